# Lời của các trang hiển thị sổ. Mọi ngôn ngữ có cùng các thông điệp, với cùng những phần được điền vào.

language-name = Tiếng Việt

## Quanh mọi trang

skip = Đến nội dung trang
nav-label = Các trang
nav-week = Tuần này
settings = Tùy chọn
view-label = Góc nhìn
view-hint = Một quốc gia hoặc tổ chức, bằng bất kỳ ngôn ngữ nào hoặc bằng mã. Để trống: không của ai.
view-set = Chọn
language-label = Ngôn ngữ
register-at = Sổ:
no-date = không rõ ngày
as-table = Dạng bảng
field-date = ngày
field-kind = loại
field-country = quốc gia
field-city = thành phố

## Danh sách

n-sources = { $n ->
   *[other] { $figure } nguồn
}
in-passing = nhắc thoáng qua
disputed-field = khác nhau về { $field }
overdue = quá hạn từ
due-on = đến hạn
to-place = đến

## Các loại phát biểu

type-agreement = Thỏa thuận
type-request = Đề nghị
type-pledge = Cam kết
type-position = Lập trường
type-assessment = Đánh giá
type-courtesy = Xã giao
type-invitation = Lời mời
type-support = Ủng hộ
type-target = Mục tiêu
type-next-step = Bước tiếp theo
type-topic = Chủ đề

## Tuần này

period-label = Thời kỳ
period-before = Thời kỳ trước
period-after = Thời kỳ sau
unit-week = Tuần
unit-month = Tháng
unit-year = Năm
week-instead = Tuần này chưa có gì được ghi nhận. Dưới đây là tuần gần nhất có thông tin.
week-engagements = Ai đã gặp ai
week-due = Đến hạn
week-visits = Ai đã đi đâu
week-new = Mới trong sổ
activity = Hoạt động theo tuần
activity-alternative = Số hoạt động của từng tuần trong mười ba tuần gần nhất, theo loại.
other-kinds = Khác
empty-register = Sổ còn trống. Hãy thêm tài liệu bằng “chancery add”: thông cáo báo chí, tin tức.
empty-days = Không có gì được ghi nhận trong những ngày này. Hãy chọn thời kỳ khác hoặc bỏ góc nhìn.
empty-due = Không có gì đến hạn trong vòng một tháng.
empty-visits = Không có chuyến thăm nào được ghi nhận trong những ngày này.
empty-new = Gần đây không có gì mới.

## Khi có sự cố

problem-nothing = Không có gì ở đây
mend-nothing = Có thể địa chỉ bị gõ sai, hoặc mục này đã nhập vào mục khác. Hãy mở một danh sách và tìm từ đó.
problem-unclear = Không hiểu được yêu cầu này
mend-unclear = Hãy quay lại và sửa điều đã hỏi.
problem-foreign = Yêu cầu này không được gửi từ trang của chương trình
mend-foreign = Chương trình có thể đã khởi động lại sau khi trang được mở. Hãy tải lại trang và gửi lại.
problem-too-much = Dung lượng quá lớn
mend-too-much = Hãy gửi ít hơn mỗi lần.
problem-cannot = Không thể làm việc này
mend-cannot = Chưa có gì thay đổi.
problem-busy = Một chương trình khác đang ghi vào sổ
mend-busy = Chưa có gì thay đổi. Hãy thử lại khi chương trình kia xong.
problem-indexing = Chỉ mục từ đang được lập
mend-indexing = Hãy tải lại trang sau giây lát. Trong lúc đó vẫn đọc được trang tuần này và từng mục.
problem-ending = Chương trình đang kết thúc
mend-ending = Hãy khởi động lại và tải lại trang.
problem-slow = Việc này mất quá nhiều thời gian
mend-slow = Hãy hỏi ít hơn: một thời kỳ ngắn hơn hoặc ít mục hơn.
problem-failed = Chương trình gặp lỗi
mend-failed = Chưa có gì thay đổi. Nhật ký của chương trình cho biết điều đã xảy ra; hãy báo lại cùng với việc bạn đã làm.

## Tìm kiếm và danh sách

nav-engagements = Hoạt động
find-label = Tìm
find-placeholder = Từ, “cụm từ”, party:JP, from:2026-01
find-button = Tìm
from-label = từ
to-label = đến
sort-label = Thứ tự
sort-relevance = Phù hợp nhất trước
sort-date = Mới nhất trước
narrow-label = Thu hẹp
chosen-label = Đã thu hẹp theo
chosen-remove = Bỏ điều kiện này
chosen-clear = Bỏ tất cả
only-disputed = Có thông tin khác nhau
more-values = Thêm
facet-kind = Loại
facet-party = Bên
facet-topic = Chủ đề
facet-type = Loại phát biểu
facet-language = Ngôn ngữ
facet-year = Năm
empty-found = Không có gì phù hợp với tất cả. Hãy bỏ bớt điều kiện hoặc tìm ít từ hơn.
pages-label = Các trang của danh sách
page-before = Trước
page-after = Tiếp
give-away = Đúng danh sách này dưới dạng

## Quyết định

rulings-title = Quyết định
rulings-hint = Điều con người đã quyết định. Không tài liệu, gói ngôn ngữ hay lần đọc lại nào vượt qua được; hoàn tác sẽ rút lại.
empty-rulings = Chưa ai quyết định điều gì. Những chỗ khác nhau và những chỗ đọc chưa chắc được quyết định ngay tại nơi hiển thị.
made-ruling = Quyết định
undone-ruling = Đã hoàn tác quyết định
undone-by = hoàn tác bởi
undo = Hoàn tác
ruling-waits = đang chờ: lời văn không còn được đọc như trước
ruling-merge = { $n } bản tường thuật là một hoạt động
ruling-split = một bản tường thuật thuộc hoạt động khác
ruling-set = { $field } là { $value }
ruling-confirm = bản tường thuật được xác nhận
ruling-reject = bản tường thuật bị bác bỏ
ruling-confirm-claim = phát biểu được xác nhận
ruling-reject-claim = phát biểu bị bác bỏ
ruling-same-person = { $a } và { $b } là một người
ruling-other-person = { $a } và { $b } là hai người
ruling-state = { $matter }: { $state }
ruling-link = phát biểu được đưa vào: { $matter }
ruling-unlink = phát biểu được đưa ra khỏi: { $matter }
value-unknown = không rõ
field-occasion = dịp
field-parties = các bên

## Một hoạt động

show-label = Cách hiển thị
show-record = Bản ghi và tài liệu
show-side = Các bản tường thuật cạnh nhau
n-accounts = { $n ->
   *[other] { $figure } tài liệu
}
people = Nhân vật
accounts-differ = các bản tường thuật khác nhau về { $field }
settled-by = đã quyết định, số
take-this = Chọn giá trị này
column-said = Điều được nói
said-by-all = mọi bên cùng nói
said-by-some = một số bên nói
said-by-one = chỉ { $source } nói
said-differently = nói khác nhau: { $fields }
differs-in-type = loại
differs-in-strength = mức độ
differs-in-figure = con số
differs-in-date = ngày
differs-in-actors = ai nói
why = Độ chắc chắn và quy tắc
in-document = trong tài liệu
certainty = độ chắc chắn
confirmed = đã xác nhận
confirm = Xác nhận
reject = Bác bỏ
split = Tách khỏi các bản khác
correct = Sửa hoặc gộp
correct-field = Trường
correct-value = Giá trị
correct-hint = Một ngày như 2026-01-14, nhiều ngày như 2026-01-14..2026-01-16; các bên bằng mã hoặc tên, cách nhau bằng dấu phẩy; - nếu không rõ.
correct-why = Lý do
rule = Quyết định như vậy
merge-with = Gộp với hoạt động
merge-hint = Tên của hoạt động kia như trang của nó hiển thị. Hoạt động này:
merge = Gộp
history = Lịch sử
why-one = Vì sao các bản tường thuật này là một hoạt động
by-ruling = theo quyết định

## Các trang khác

nav-matters = Vấn đề
nav-parties = Các bên
nav-people = Nhân vật
nav-queue = Rà soát
nav-documents = Tài liệu
nav-papers = Báo cáo
n-engagements = { $n ->
    [0] không có hoạt động
   *[other] { $figure } hoạt động
}
n-others = { $n ->
   *[other] thêm { $figure } bản khác
}

## Vấn đề

all-kinds = Tất cả
show-board = Bảng
show-list = Danh sách
matter-kind-instrument = Văn kiện
matter-kind-level = Mức quan hệ
matter-kind-candidacy = Ứng cử
matter-kind-target = Mục tiêu
matter-kind-session = Kỳ họp
matter-kind-invitation = Lời mời
matter-kind-next-step = Bước tiếp theo
matter-kind-topic = Chủ đề
column-matter = Vấn đề
column-state = Tình trạng
column-due = Đến hạn
column-parties = Các bên
column-last = Nhắc đến lần cuối
empty-matters = Không có vấn đề nào phù hợp. Vấn đề đến từ đề nghị, cam kết, thỏa thuận, mục tiêu và lời mời; hãy chọn loại hoặc bên khác.
matter-said = Điều đã nói và làm
matter-stands = Tình trạng
strength = mức độ
said-held = Đã tổ chức
said-visited = Đã thăm
said-signed = Đã ký

## Nhân vật

people-find = Một tên
offices-title = Chức vụ
empty-offices = Chưa ghi nhận chức vụ nào.
spellings-title = Cách viết tên
told-of = được nhắc đến
brief = Tài liệu trước cuộc gặp
person-correct = Sửa
person-name = Tên này
person-other = Tên khác, hoặc khóa của tên
same-person = Một người
other-person = Hai người

## Các bên

pair-label = Trước cuộc gặp: bên của bạn và
pair-other = bên kia
pair-show = Xem
all-engagements = Mọi hoạt động
last-met = Tiếp xúc gần đây
open-matters = Vấn đề còn mở
partners = Với ai
topics = Về điều gì
by-year = Hoạt động theo năm
by-year-alternative = Số hoạt động của từng năm.
who-request = { $party } đã đề nghị
who-pledge = { $party } đã cam kết

## Tài liệu

find-in-documents = Từ trong tài liệu
refused = Không nhận được
dismiss = Bỏ qua
empty-documents = Chưa có tài liệu nào. Hãy gửi thông cáo báo chí, tin tức.
send-title = Thêm tài liệu
send-files = Tệp
send-hint = Chọn tệp hoặc thả vào đây: văn bản, HTML, PDF, Word, thư điện tử, tệp nén.
send-text = Hoặc dán một văn bản
send-more = Điều bạn biết về tài liệu
send-source = Ai công bố
send-published = Công bố khi nào
send-told-by-text = theo văn bản
send = Thêm và đọc
explain = Cách đọc
as-it-came = Nguyên bản
added = thêm vào
empty-reading = Không tìm thấy hoạt động nào trong tài liệu này. “Cách đọc” cho biết vì sao.
rejected = bị bác bỏ
origins = Nguồn gốc
corrections = Đính chính
corrects = Thay cho
corrected-by = Được thay bằng
stands-no-more = Không còn ở đó
line-added = Thêm:
line-removed = Bỏ:
lines-more = { $n ->
   *[other] Còn { $figure } dòng khác nhau
}
text = Văn bản

## Báo cáo

paper-digest = Điểm tin
paper-review = Tổng kết
paper-language = Ngôn ngữ của báo cáo
paper-show = Xem
paper-save = Lưu dạng
paper-edit = Sửa dạng văn bản
paper-text = Báo cáo dạng văn bản
paper-text-hint = Markdown: sửa lời, bỏ dòng, thêm ý của bạn; chú thích trong ngoặc đi cùng câu của nó. Sau đó in ra.
paper-preview = Báo cáo
paper-view-hint = Không theo góc nhìn của ai; có thể đổi trong tùy chọn ở trên.
brief-ours = Bên của bạn
brief-theirs = Bên kia
brief-person = Hoặc một nhân vật
empty-brief = Hãy nêu hai bên hoặc một nhân vật.

## Rà soát

queue-disputes = Chỗ khác nhau
queue-doubtful = Gộp chưa chắc
queue-uncertain = Đọc chưa chắc
queue-people = Nhân vật mới
queue-disputes-hint = Chọn một giá trị bằng số của nó; chỗ khác nhau tiếp theo sẽ hiện ra.
queue-doubtful-hint = Các bản này có cùng một hoạt động không? Chữ cái phân biệt các nguồn.
queue-uncertain-hint = Tài liệu có nói điều này không? Bản ghi bên trái, lời văn bên phải.
queue-people-hint = Người trước đây chưa biết. Đây có phải cách viết khác của một tên đã biết không?
queue-previous = Trước
queue-next = Tiếp
queue-help = Phím
are-one = Là một
split-this = Tách ra
empty-queue = Không có gì chờ ở đây. Tốt lắm.
keys-title = Phím
keys-find = tìm
keys-next = tiếp, trước
keys-take = chọn một giá trị
keys-accept = chấp nhận, bác bỏ
keys-split = tách một bản khỏi các bản khác
keys-edit = sửa một trường, gộp
keys-undo = hoàn tác quyết định cuối
keys-help = danh sách này
close = Đóng

## Nguồn

sources-title = Nguồn
sources-hint = Những nguồn được theo dõi. “chancery watch” hỏi từng nguồn khi đến hạn và giữ lại những gì được đăng; từ đây không hỏi gì, trừ khi bạn thử một nguồn.
empty-sources = Chưa theo dõi nguồn nào. Hãy thêm một nguồn cấp tin, một sơ đồ trang hoặc một trang liệt kê tin.
source-never = chưa hỏi lần nào
source-next = lần tới
source-paused = tạm dừng
source-pause = Tạm dừng
source-resume = Theo dõi lại
source-look = Thử
source-remove = Bỏ
source-failures = Những gì không lấy được
source-add-title = Thêm nguồn
source-add = Thêm
source-publisher = Ai đăng ở đó
source-address = Địa chỉ
source-address-hint = Nguồn cấp tin, sơ đồ trang hoặc trang liệt kê tin.
source-more = Cách đọc
source-kind = Ở đó có gì
source-kind-auto = nhận ra từ nội dung
source-kind-feed = nguồn cấp tin
source-kind-sitemap = sơ đồ trang
source-kind-listing = trang liệt kê
source-kind-folder = thư mục
source-links = Những liên kết nào, theo bộ chọn CSS
source-below = Chỉ các địa chỉ bắt đầu bằng
source-every = Bao lâu một lần
every-hours = { $n ->
    [1] mỗi giờ
   *[other] { $figure } giờ một lần
}
every-minutes = { $n ->
    [1] mỗi phút
   *[other] { $figure } phút một lần
}
n-pages-kept = { $n ->
    [0] chưa giữ trang nào
   *[other] đã giữ { $figure } trang
}
n-pages-waiting = { $n ->
   *[other] { $figure } trang đang chờ
}
n-pages-gone = { $n ->
   *[other] { $figure } trang đã bị gỡ
}
n-pages-failing = { $n ->
   *[other] không lấy được { $figure } trang
}
n-pages-found = { $n ->
    [0] không liệt kê gì
   *[other] liệt kê { $figure } trang
}
looks-title = Các nguồn đã thử
looks-again = Xem lại
look-under-way = Đang hỏi; có thể mất một phút.
look-nothing = Sẽ không lấy gì. Hãy nêu các liên kết hoặc phần đầu của địa chỉ, hoặc dùng một nguồn cấp tin.
look-feeds = Trang này nêu các nguồn cấp tin sau:
fetch-title = Lấy một trang
fetch-address = Địa chỉ của trang
fetch = Lấy và đọc
fetch-under-way = Đang lấy:

## The API

api-title = API cho chương trình
api-needed = bắt buộc
api-problems = Những lỗi có thể xảy ra

## Tổng quan

nav-overviews = Tổng quan
calendar-title = Lịch
matrix-title = Ai với ai
network-title = Mạng lưới
map-title = Bản đồ
weekday-1 = T2
weekday-2 = T3
weekday-3 = T4
weekday-4 = T5
weekday-5 = T6
weekday-6 = T7
weekday-7 = CN
more-due = Còn việc đến hạn
more-of-day = thêm { $figure }
day-unknown = Trong tháng này, không rõ ngày
matrix-hint = Số hoạt động của từng cặp theo tháng. Chỉ tính hoạt động bắt đầu trong thời gian đó. Hoạt động có hơn bốn bên tham gia không được tính vì ít cho biết về từng cặp. Danh sách sau mỗi con số có cả những hoạt động ấy và những gì đã bắt đầu từ trước.
two-parties = Cặp
in-all = Tổng số
more-pairs = { $n ->
   *[other] Còn { $figure } cặp khác có số hoạt động bằng hoặc ít hơn.
}
network-hint = Ai có nhiều hoạt động với ai nhất: đường càng đậm thì càng nhiều hoạt động. Chỉ tính hoạt động bắt đầu trong những tháng này. Hoạt động có hơn bốn bên tham gia không được tính. Danh sách sau mỗi con số có cả những hoạt động ấy và những gì đã bắt đầu từ trước.
network-alternative = Các bên có nhiều hoạt động nhất xếp thành vòng tròn, hai bên có hoạt động với nhau được nối bằng một đường. Số liệu nằm trong bảng.
map-alternative = Bản đồ thế giới với một điểm tại mỗi thủ đô hoặc trụ sở, điểm càng lớn thì các bên ở đó càng có nhiều hoạt động. Số liệu nằm trong bảng.
map-hint = Các điểm là thủ đô và trụ sở; điểm càng lớn thì các bên ở đó càng có nhiều hoạt động. Không vẽ đường biên giới vì đó là vấn đề chính trị. Vị trí các thành phố lấy từ GeoNames (CC BY 4.0).
seat = Thủ đô hoặc trụ sở
seat-unknown = không rõ
