# Cách diễn đạt các bản tin. `packs/README.md` cho biết một tệp như thế này được viết thế nào.
# Dấu cách và dấu phẩy thừa được bỏ đi: phần nào thiếu thì không để lại chỗ trống.

## Tên gọi trong văn bản, khi khác với parties.tsv, occasions.tsv và topics.tsv

party-US = Hoa Kỳ
party-GB = Vương quốc Anh
party-ASEAN = ASEAN
party-EU = EU
party-UN = Liên hợp quốc
party-BRICS = BRICS
party-NATO = NATO
party-WTO = WTO
party-WHO = WHO
party-IMF = IMF
party-FAO = FAO
party-UNESCO = UNESCO
party-UNDP = UNDP
party-EFTA = EFTA
party-WEF = Diễn đàn Kinh tế thế giới
series-AMM = Hội nghị Bộ trưởng Ngoại giao ASEAN
    .session = Hội nghị Bộ trưởng Ngoại giao ASEAN lần thứ { $n }
series-ASEAN-Summit = Hội nghị Cấp cao ASEAN
    .session = Hội nghị Cấp cao ASEAN lần thứ { $n }
series-ARF = Diễn đàn Khu vực ASEAN
    .session = Diễn đàn Khu vực ASEAN lần thứ { $n }
series-UNGA = Đại hội đồng Liên hợp quốc
    .session = khóa { $n } Đại hội đồng Liên hợp quốc
series-BRICS-Summit = Hội nghị Thượng đỉnh BRICS
series-WEF-Annual = Hội nghị thường niên Diễn đàn Kinh tế thế giới
series-AMM-PMC = Hội nghị sau Hội nghị Bộ trưởng Ngoại giao ASEAN với các Đối tác
series-AMMTC = Hội nghị Bộ trưởng ASEAN về phòng, chống tội phạm xuyên quốc gia
series-AFMGM = Hội nghị Bộ trưởng Tài chính và Thống đốc Ngân hàng Trung ương ASEAN
series-CLV-Summit = Hội nghị Cấp cao Campuchia - Lào - Việt Nam
series-Mekong-Japan = Hội nghị Hợp tác Mekong - Nhật Bản
series-Mekong-ROK = Hội nghị Hợp tác Mekong - Hàn Quốc
series-Mekong-US = Hội nghị Đối tác Mekong - Hoa Kỳ
series-Mekong-Ganga = Hội nghị Hợp tác sông Mekong - sông Hằng
series-APEC-Ministerial = Hội nghị Bộ trưởng APEC
series-ASEM-FMM = Hội nghị Bộ trưởng Ngoại giao ASEM
series-Raisina = Đối thoại Raisina
series-Indian-Ocean-Conference = Hội nghị Ấn Độ Dương
series-Jeju-Forum = Diễn đàn Jeju
series-Quad-Summit = Hội nghị thượng đỉnh nhóm Bộ tứ
series-Quad-FMM = Hội nghị Bộ trưởng Ngoại giao nhóm Bộ tứ
series-CJK-Summit = Hội nghị thượng đỉnh Trung - Nhật - Hàn
series-CJK-FMM = Hội nghị Bộ trưởng Ngoại giao Trung - Nhật - Hàn
series-BIMSTEC-Summit = Hội nghị thượng đỉnh BIMSTEC
series-SAARC-Summit = Hội nghị thượng đỉnh SAARC
series-IORA-COM = Hội đồng Bộ trưởng IORA
series-SCO-Government = Hội nghị người đứng đầu Chính phủ các nước SCO
series-CICA-Summit = Hội nghị thượng đỉnh CICA
series-ECO-Summit = Hội nghị thượng đỉnh Tổ chức Hợp tác Kinh tế
series-OTS-Summit = Hội nghị thượng đỉnh các quốc gia Turk
series-ACD-Summit = Hội nghị Cấp cao Đối thoại hợp tác châu Á
series-Central-Asia-Consultative = Hội nghị tham vấn các nước Trung Á
series-China-Central-Asia = Hội nghị thượng đỉnh Trung Quốc - Trung Á
series-EU-Central-Asia = Hội nghị thượng đỉnh EU - Trung Á
series-EAEU-Council = Hội đồng Liên minh Kinh tế Á - Âu
series-CIS-Council = Hội đồng nguyên thủ SNG
series-CSTO-Council = Hội đồng Tổ chức Hiệp ước An ninh tập thể
series-Caspian-Summit = Hội nghị thượng đỉnh Caspi
series-PIF-Leaders = Hội nghị lãnh đạo Diễn đàn các đảo Thái Bình Dương
series-PALM = Hội nghị lãnh đạo Nhật Bản và các đảo Thái Bình Dương
series-MSG-Summit = Hội nghị thượng đỉnh Nhóm mũi nhọn Melanesia
series-ECOSOC = Hội đồng Kinh tế - Xã hội Liên hợp quốc
series-HLPF = Diễn đàn Chính trị cấp cao về phát triển bền vững
series-CSW = Ủy ban Địa vị phụ nữ Liên hợp quốc
series-CND = Ủy ban Ma túy Liên hợp quốc
series-CCPCJ = Ủy ban Phòng, chống tội phạm Liên hợp quốc
series-UN-Crime-Congress = Đại hội Liên hợp quốc về phòng, chống tội phạm
series-UNPFII = Diễn đàn thường trực của Liên hợp quốc về các vấn đề bản địa
series-UNEA = Đại hội đồng Môi trường Liên hợp quốc
series-Climate-SB = đàm phán khí hậu của Liên hợp quốc tại Bonn
series-CBD-COP = Hội nghị các bên tham gia Công ước Đa dạng sinh học
series-UNCCD-COP = Hội nghị các bên tham gia Công ước chống sa mạc hóa
series-CITES-COP = Hội nghị các bên tham gia Công ước CITES
series-UNCAC-COSP = Hội nghị các quốc gia thành viên Công ước chống tham nhũng
series-UNTOC-COP = Hội nghị các quốc gia thành viên Công ước chống tội phạm có tổ chức
series-Our-Ocean = Hội nghị Đại dương của chúng ta
series-FfD = Hội nghị quốc tế về Tài chính cho phát triển
series-LDC-Conference = Hội nghị Liên hợp quốc về các nước kém phát triển nhất
series-LLDC-Conference = Hội nghị Liên hợp quốc về các nước đang phát triển không có biển
series-SIDS-Conference = Hội nghị quốc tế về các đảo nhỏ đang phát triển
series-World-Social-Summit = Hội nghị thượng đỉnh thế giới về phát triển xã hội
series-Summit-of-the-Future = Hội nghị thượng đỉnh Tương lai
series-UNCTAD-Conference = Hội nghị Liên hợp quốc về Thương mại và Phát triển
series-ICH-Committee = Ủy ban liên chính phủ UNESCO về di sản văn hóa phi vật thể
series-UNIDO-GC = Đại hội đồng UNIDO
series-FAO-Conference = Hội nghị toàn thể FAO
series-WIPO-Assemblies = Đại hội đồng WIPO
series-ICAO-Assembly = Đại hội đồng ICAO
series-IMO-Assembly = Đại hội đồng IMO
series-UPU-Congress = Đại hội Liên minh Bưu chính thế giới
series-Interpol-GA = Đại hội đồng Interpol
series-UN-Tourism-GA = Đại hội đồng Tổ chức Du lịch Liên hợp quốc
series-OPCW-CSP = Hội nghị các quốc gia thành viên OPCW
series-ICC-ASP = Hội nghị các quốc gia thành viên Tòa án Hình sự quốc tế
series-SPLOS = Hội nghị các quốc gia thành viên UNCLOS
series-ISA-Assembly = Đại hội đồng Cơ quan Quyền lực đáy đại dương quốc tế
series-NPT-RevCon = Hội nghị kiểm điểm Hiệp ước Không phổ biến vũ khí hạt nhân
series-CTBT-Article-XIV = Hội nghị thúc đẩy hiệu lực Hiệp ước cấm thử hạt nhân toàn diện
series-BWC-RevCon = Hội nghị kiểm điểm Công ước vũ khí sinh học
series-CD = Hội nghị Giải trừ quân bị
series-ATT-CSP = Hội nghị các quốc gia thành viên Hiệp ước buôn bán vũ khí
series-APMBC-MSP = Hội nghị các quốc gia thành viên Công ước cấm mìn sát thương
series-CCM-MSP = Hội nghị các quốc gia thành viên Công ước bom chùm
series-TPNW-MSP = Hội nghị các quốc gia thành viên Hiệp ước cấm vũ khí hạt nhân
series-IGF = Diễn đàn Quản trị Internet
series-UNAOC-Forum = Diễn đàn Liên minh các nền văn minh
series-World-Water-Forum = Diễn đàn Nước thế giới
series-Global-Refugee-Forum = Diễn đàn Người tị nạn toàn cầu
series-Peacekeeping-Ministerial = Hội nghị Bộ trưởng về gìn giữ hòa bình Liên hợp quốc
series-IRENA-Assembly = Đại hội đồng IRENA
series-Petersberg = Đối thoại Khí hậu Petersberg
series-G7-FMM = Hội nghị Bộ trưởng Ngoại giao G7
series-G20-FMM = Hội nghị Bộ trưởng Ngoại giao G20
series-BRICS-FMM = Hội nghị Bộ trưởng Ngoại giao BRICS
series-IBSA-Summit = Hội nghị thượng đỉnh Ấn Độ - Brazil - Nam Phi
series-MIKTA-FMM = Hội nghị Bộ trưởng Ngoại giao MIKTA
series-NAM-Ministerial = Hội nghị Bộ trưởng Phong trào Không liên kết
series-South-Summit = Hội nghị thượng đỉnh phương Nam
series-D-8-Summit = Hội nghị thượng đỉnh D-8
series-CHOGM = Hội nghị thượng đỉnh Khối thịnh vượng chung
series-CPLP-Summit = Hội nghị thượng đỉnh Cộng đồng các nước nói tiếng Bồ Đào Nha
series-IMF-WB-Meetings = Hội nghị IMF và Ngân hàng Thế giới
series-OECD-MCM = Hội nghị Hội đồng Bộ trưởng OECD
series-ADB-Annual = Hội nghị thường niên Ngân hàng Phát triển châu Á
series-AIIB-Annual = Hội nghị thường niên AIIB
series-EBRD-Annual = Hội nghị thường niên EBRD
series-GECF-Summit = Hội nghị thượng đỉnh các nước xuất khẩu khí đốt
series-World-Governments-Summit = Hội nghị thượng đỉnh Chính phủ thế giới
series-Summit-for-Democracy = Hội nghị thượng đỉnh vì dân chủ
series-Paris-Peace-Forum = Diễn đàn Hòa bình Paris
series-Nuclear-Security-Summit = Hội nghị thượng đỉnh An ninh hạt nhân
series-European-Council = Hội đồng châu Âu
series-FAC = Hội đồng Đối ngoại EU
series-Gymnich = Hội nghị không chính thức Bộ trưởng Ngoại giao EU
series-Eastern-Partnership = Hội nghị thượng đỉnh Đối tác phương Đông
series-EU-Western-Balkans = Hội nghị thượng đỉnh EU - Tây Balkan
series-EU-China-Summit = Hội nghị thượng đỉnh EU - Trung Quốc
series-EU-Japan-Summit = Hội nghị thượng đỉnh EU - Nhật Bản
series-EU-ROK-Summit = Hội nghị thượng đỉnh EU - Hàn Quốc
series-EU-Ukraine-Summit = Hội nghị thượng đỉnh EU - Ukraine
series-EU-India-Summit = Hội nghị thượng đỉnh EU - Ấn Độ
series-EU-CELAC-Summit = Hội nghị thượng đỉnh EU - CELAC
series-AU-EU-Summit = Hội nghị thượng đỉnh Liên minh châu Phi - EU
series-EU-Indo-Pacific-Forum = Diễn đàn EU - Ấn Độ Dương - Thái Bình Dương
series-NATO-FMM = Hội nghị Bộ trưởng Ngoại giao NATO
series-NAC = Hội đồng Bắc Đại Tây Dương
series-UDCG = Nhóm Tiếp xúc Quốc phòng Ukraine
series-OSCE-MC = Hội đồng Bộ trưởng OSCE
series-OSCE-PA = Đại hội đồng Nghị viện OSCE
series-CoE-Ministers = Ủy ban Bộ trưởng Hội đồng châu Âu (CoE)
series-CoE-Summit = Hội nghị thượng đỉnh Hội đồng châu Âu (CoE)
series-Nordic-Council-Session = phiên họp Hội đồng Bắc Âu
series-Nordic-Baltic = Hội nghị các nước Bắc Âu - Baltic
series-CBSS-Ministerial = Hội nghị Bộ trưởng Hội đồng các nước biển Baltic
series-BSPC = Hội nghị Nghị viện biển Baltic
series-Arctic-Council-Ministerial = Hội nghị Bộ trưởng Hội đồng Bắc Cực
series-BEAC-Ministerial = Hội nghị Bộ trưởng Hội đồng Barents
series-3SI-Summit = Hội nghị thượng đỉnh Sáng kiến Ba Biển
series-MED9-Summit = Hội nghị thượng đỉnh MED9
series-V4-Summit = Hội nghị thượng đỉnh nhóm Visegrad
series-B9-Summit = Hội nghị thượng đỉnh Bucharest 9
series-SEECP-Summit = Hội nghị thượng đỉnh Tiến trình hợp tác Đông Nam Âu
series-Berlin-Process = Hội nghị thượng đỉnh Tiến trình Berlin
series-Brdo-Brijuni = Hội nghị thượng đỉnh Tiến trình Brdo-Brijuni
series-UfM-Forum = Diễn đàn khu vực Liên minh Địa Trung Hải
series-URC = Hội nghị tái thiết Ukraine
series-Crimea-Platform = Diễn đàn Crimea
series-Bled-Forum = Diễn đàn Chiến lược Bled
series-Halifax-Forum = Diễn đàn An ninh quốc tế Halifax
series-GLOBSEC = Diễn đàn GLOBSEC
series-Delphi-Forum = Diễn đàn Kinh tế Delphi
series-Rome-MED = Đối thoại Địa Trung Hải Rome
series-Lennart-Meri = Hội nghị Lennart Meri
series-Riga-Conference = Hội nghị Riga
series-LAS-Summit = Hội nghị thượng đỉnh Liên đoàn Arab
series-LAS-Council = Hội đồng Liên đoàn Arab
series-GCC-Summit = Hội nghị thượng đỉnh GCC
series-OIC-Summit = Hội nghị thượng đỉnh OIC
series-OIC-CFM = Hội nghị Bộ trưởng Ngoại giao OIC
series-Doha-Forum = Diễn đàn Doha
series-Manama-Dialogue = Đối thoại Manama
series-Sir-Bani-Yas = Diễn đàn Sir Bani Yas
series-China-Arab-Forum = Diễn đàn Hợp tác Trung Quốc - Arab
series-China-Arab-Summit = Hội nghị thượng đỉnh Trung Quốc - Arab
series-AU-Summit = Hội nghị thượng đỉnh Liên minh châu Phi
series-AU-Executive-Council = Hội đồng Điều hành Liên minh châu Phi
series-AU-Mid-Year = Hội nghị điều phối giữa năm của Liên minh châu Phi
series-AU-PSC = Hội đồng Hòa bình và An ninh Liên minh châu Phi
series-SADC-Summit = Hội nghị thượng đỉnh SADC
series-ECOWAS-Summit = Hội nghị thượng đỉnh ECOWAS
series-EAC-Summit = Hội nghị thượng đỉnh Cộng đồng Đông Phi
series-COMESA-Summit = Hội nghị thượng đỉnh COMESA
series-IGAD-Summit = Hội nghị thượng đỉnh IGAD
series-Russia-Africa = Hội nghị thượng đỉnh Nga - châu Phi
series-Korea-Africa = Hội nghị thượng đỉnh Hàn Quốc - châu Phi
series-Turkey-Africa = Hội nghị thượng đỉnh Thổ Nhĩ Kỳ - châu Phi
series-India-Africa = Hội nghị thượng đỉnh Ấn Độ - châu Phi
series-US-Africa = Hội nghị thượng đỉnh Hoa Kỳ - châu Phi
series-Aswan-Forum = Diễn đàn Aswan
series-Dakar-Forum = Diễn đàn Dakar
series-OAS-GA = Đại hội đồng OAS
series-CELAC-Summit = Hội nghị thượng đỉnh CELAC
series-China-CELAC = Diễn đàn Trung Quốc - CELAC
series-CARICOM-Summit = Hội nghị thượng đỉnh CARICOM
series-MERCOSUR-Summit = Hội nghị thượng đỉnh MERCOSUR
series-Ibero-American-Summit = Hội nghị thượng đỉnh Mỹ Latinh - Iberia
series-Pacific-Alliance-Summit = Hội nghị thượng đỉnh Liên minh Thái Bình Dương
series-SICA-Summit = Hội nghị thượng đỉnh SICA
series-ACS-Summit = Hội nghị thượng đỉnh Hiệp hội các quốc gia Caribe
series-ALBA-Summit = Hội nghị thượng đỉnh ALBA
series-ECLAC-Session = kỳ họp ECLAC
series-PAHO-Council = Hội đồng PAHO
named-IUU-yellow-card = thẻ vàng IUU của EU đối với thủy sản
named-UNCLOS = Công ước Liên hợp quốc về Luật Biển
named-COC = Bộ Quy tắc ứng xử ở Biển Đông (COC)
named-DOC = Tuyên bố về ứng xử của các bên ở Biển Đông (DOC)
named-TAC = Hiệp ước Thân thiện và Hợp tác ở Đông Nam Á (TAC)
named-EVFTA = Hiệp định Thương mại tự do Việt Nam - EU (EVFTA)
named-EVIPA = Hiệp định Bảo hộ đầu tư Việt Nam - EU (EVIPA)
named-VN-EFTA-FTA = Hiệp định Thương mại tự do Việt Nam - EFTA
named-Hanoi-Convention = Công ước Hà Nội
named-market-economy-status = quy chế kinh tế thị trường
named-export-control-list = danh sách kiểm soát xuất khẩu
named-BRI = Sáng kiến Vành đai và Con đường
named-ITLOS = Tòa án quốc tế về Luật Biển (ITLOS)
named-UNSC = Hội đồng Bảo an Liên hợp quốc
named-UNHRC = Hội đồng Nhân quyền Liên hợp quốc
named-CPTPP = Hiệp định CPTPP
named-RCEP = Hiệp định RCEP
named-Minsk-Agreements = Thỏa thuận Minsk
named-Abraham-Accords = Hiệp định Abraham
named-Artemis-Accords = Hiệp định Artemis
named-Agenda-2063 = Chương trình nghị sự 2063
named-Black-Sea-Grain = Sáng kiến ngũ cốc Biển Đen
named-Budapest-Convention = Công ước Budapest về tội phạm mạng
named-EU-Mercosur = Hiệp định EU - Mercosur
named-FATF-grey-list = danh sách xám của FATF
named-Good-Friday-Agreement = Thỏa thuận Ngày thứ Sáu Tốt lành
named-Indus-Waters-Treaty = Hiệp ước Nước sông Ấn
named-Istanbul-Convention = Công ước Istanbul
named-Pandemic-Agreement = Thỏa thuận ứng phó đại dịch
named-Plastics-Treaty = hiệp ước về ô nhiễm nhựa
named-Refugee-Convention = Công ước về người tị nạn
named-Rome-Statute = Quy chế Rome
named-UNCCD-Convention = Công ước chống sa mạc hóa của Liên hợp quốc
named-Windsor-Framework = Khuôn khổ Windsor
named-CEDAW-Committee = Ủy ban CEDAW
named-CSW = Ủy ban Địa vị phụ nữ Liên hợp quốc
named-FAO-Council = Hội đồng FAO
named-UNDP-Executive-Board = Ban Chấp hành UNDP
named-UNICEF-Executive-Board = Ban Chấp hành UNICEF
named-Section-301 = thuế quan của Hoa Kỳ theo Mục 301
named-Section-232 = thuế quan của Hoa Kỳ theo Mục 232
named-New-START = Hiệp ước New START
named-Nord-Stream = đường ống Dòng chảy phương Bắc
named-Schengen = khu vực Schengen
named-CITES = Công ước CITES
named-JCPOA = thỏa thuận hạt nhân Iran (JCPOA)
named-ATT = Hiệp ước buôn bán vũ khí (ATT)
named-CCM = Công ước bom chùm
named-APMBC = Công ước cấm mìn sát thương
named-BWC = Công ước vũ khí sinh học
named-CEDAW = Công ước CEDAW
named-CRPD = Công ước về quyền của người khuyết tật
named-ICCPR = Công ước quốc tế về các quyền dân sự và chính trị
named-ICESCR = Công ước quốc tế về các quyền kinh tế, xã hội và văn hóa
named-CERD = Công ước xóa bỏ phân biệt chủng tộc
named-GBF = Khung đa dạng sinh học toàn cầu
named-INF = Hiệp ước INF
named-USMCA = Hiệp định USMCA
named-CETA = Hiệp định CETA
named-AfCFTA = Khu vực thương mại tự do châu Phi (AfCFTA)
named-SOLAS = Công ước SOLAS
named-MARPOL = Công ước MARPOL
named-PSMA = Hiệp định các biện pháp quốc gia có cảng (PSMA)
named-IHR = Điều lệ Y tế quốc tế
named-ATIGA = Hiệp định ATIGA
named-DEFA = Hiệp định khung kinh tế số ASEAN (DEFA)
named-ACFTA = Hiệp định Thương mại tự do ASEAN - Trung Quốc
named-AKFTA = Hiệp định Thương mại tự do ASEAN - Hàn Quốc
named-AIFTA = Hiệp định Thương mại hàng hóa ASEAN - Ấn Độ
named-AANZFTA = Hiệp định Thương mại tự do ASEAN - Australia - New Zealand
named-AJCEP = Hiệp định Đối tác kinh tế toàn diện ASEAN - Nhật Bản
named-VCFTA = Hiệp định Thương mại tự do Việt Nam - Chile
named-VN-EAEU-FTA = Hiệp định Thương mại tự do Việt Nam - Liên minh Kinh tế Á - Âu
named-AEC = Cộng đồng Kinh tế ASEAN

## Ngày tháng

month = { "tháng\u00A0" }{ $number }
date-day = { $day }/{ $number }
date-day-year = { $day }/{ $number }/{ $year }
date-days = { $day }-{ $day2 }/{ $number }
date-days-year = { $day }-{ $day2 }/{ $number }/{ $year }
date-days-months = { $day }/{ $number }-{ $day2 }/{ $number2 }
date-days-months-year = { $day }/{ $number }-{ $day2 }/{ $number2 }/{ $year }
date-month = tháng { $number }/{ $year }
date-range = { $from }-{ $to }
on-date = ngày { $date }
in-month = { $date }
in-year = năm { $date }
period-week = Tuần { $week }, { $dates }

## Số và liệt kê

decimal-mark = ,
group-mark = .
alphabet = aăâbcdđeêghiklmnoôơpqrstuưvxy
list-comma = { $list }, { $item }
list-and = { $list } và { $item }
list-and-long = { $list } cùng { $item }
list-conjunction = và
list-others = { $list } và các bên khác
ordinal = { $n ->
    [1] nhất
   *[other] { $ordinal }
}
scale-thousand = { $figure } nghìn
scale-million = { $figure } triệu
scale-billion = { $figure } tỷ
scale-trillion = { $figure } nghìn tỷ
money = { $figure } { $currency ->
    [USD] USD
    [EUR] euro
    [JPY] yên
    [CNY] nhân dân tệ
    [GBP] bảng Anh
    [VND] đồng
    [KRW] won
    [THB] baht
    [CAD] đô la Canada
    [AUD] đô la Australia
    [NZD] đô la New Zealand
    [SGD] đô la Singapore
    [HKD] đô la Hồng Kông
    [CHF] franc Thụy Sĩ
    [SEK] krona Thụy Điển
    [NOK] krone Na Uy
    [DKK] krone Đan Mạch
    [INR] rupee
    [RUB] rúp
    [PLN] zloty
    [CZK] koruna Séc
    [HUF] forint
    [ISK] króna Iceland
    [UAH] hryvnia
    [TRY] lira Thổ Nhĩ Kỳ
    [KZT] tenge
    [MYR] ringgit
    [IDR] rupiah
    [PHP] peso Philippines
    [BRL] real
    [MXN] peso Mexico
    [ZAR] rand
    [AED] dirham
    [SAR] riyal
   *[other] { $currency }
}
percent = { $figure }%
times = tăng gấp { $figure } lần

## Các bên và nhân vật

genitive = { $name }
organisation = { $name }
representatives = đại diện { $parties }
person = { $office } { $party } { $name }
person-own = { $office } { $name }
person-long = { $office } { $party } { $name }
person-again = { $office } { $name }
person-of = { $name } ({ $party })
offices = { $a }, { $b }
office-head-of-state = { $party ->
    [VN] Chủ tịch nước
    [LA] Chủ tịch nước
    [CN] Chủ tịch
    [CU] Chủ tịch nước
    [KP] Chủ tịch
   *[other] { $realm ->
        [monarchy] Nguyên thủ
       *[republic] Tổng thống
    }
}
office-head-of-government = Thủ tướng
office-deputy-head-of-government = { $party ->
    [US] Phó Tổng thống
   *[other] Phó Thủ tướng
}
office-foreign-minister = { $party ->
    [US] Ngoại trưởng
    [EU] Đại diện cấp cao
   *[other] Bộ trưởng Ngoại giao
}
office-deputy-foreign-minister = { $party ->
    [SE] Quốc vụ khanh Bộ Ngoại giao
    [NO] Quốc vụ khanh Bộ Ngoại giao
   *[other] Thứ trưởng Ngoại giao
}
office-minister = Bộ trưởng
office-deputy-minister = { $party ->
    [SE] Quốc vụ khanh
    [NO] Quốc vụ khanh
    [FI] Quốc vụ khanh
    [IS] Quốc vụ khanh
    [DE] Quốc vụ khanh
    [CH] Quốc vụ khanh
    [HU] Quốc vụ khanh
    [SK] Quốc vụ khanh
    [SI] Quốc vụ khanh
    [RO] Quốc vụ khanh
    [ES] Quốc vụ khanh
    [PT] Quốc vụ khanh
   *[other] Thứ trưởng
}
office-legislature-head = { $party ->
    [VN] Chủ tịch Quốc hội
    [LA] Chủ tịch Quốc hội
    [KH] Chủ tịch Quốc hội
    [TH] Chủ tịch Quốc hội
   *[other] Chủ tịch Nghị viện
}
office-legislature-deputy-head = { $party ->
    [VN] Phó Chủ tịch Quốc hội
    [LA] Phó Chủ tịch Quốc hội
   *[other] Phó Chủ tịch Nghị viện
}
office-party-leader = { $party ->
    [VN] Tổng Bí thư
    [LA] Tổng Bí thư
    [CN] Tổng Bí thư
    [KP] Tổng Bí thư
   *[other] lãnh đạo chính đảng
}
office-ambassador = Đại sứ
office-honorary-consul = Lãnh sự danh dự
office-organisation-head = { $party ->
    [UN] Tổng Thư ký
    [ASEAN] Tổng Thư ký
    [NATO] Tổng Thư ký
    [OSCE] Tổng Thư ký
    [OECD] Tổng Thư ký
    [OIC] Tổng Thư ký
    [GCC] Tổng Thư ký
    [LAS] Tổng Thư ký
    [Commonwealth] Tổng Thư ký
    [CoE] Tổng Thư ký
    [OAS] Tổng Thư ký
    [PIF] Tổng Thư ký
    [SCO] Tổng Thư ký
    [CARICOM] Tổng Thư ký
    [SAARC] Tổng Thư ký
    [BIMSTEC] Tổng Thư ký
    [CICA] Tổng Thư ký
    [CSTO] Tổng Thư ký
    [OTS] Tổng Thư ký
    [OPEC] Tổng Thư ký
    [EFTA] Tổng Thư ký
    [UfM] Tổng Thư ký
    [IMO] Tổng Thư ký
    [ITU] Tổng Thư ký
    [ICAO] Tổng Thư ký
    [WMO] Tổng Thư ký
    [UNCTAD] Tổng Thư ký
    [Interpol] Tổng Thư ký
    [WTO] Tổng Giám đốc
    [WHO] Tổng Giám đốc
    [FAO] Tổng Giám đốc
    [ILO] Tổng Giám đốc
    [UNESCO] Tổng Giám đốc
    [IAEA] Tổng Giám đốc
    [WIPO] Tổng Giám đốc
    [UNIDO] Tổng Giám đốc
    [IOM] Tổng Giám đốc
    [OPCW] Tổng Giám đốc
    [IRENA] Tổng Giám đốc
    [IMF] Tổng Giám đốc
    [UNDP] Tổng Giám đốc
    [WB] Chủ tịch
    [ADB] Chủ tịch
    [AIIB] Chủ tịch
    [AfDB] Chủ tịch
    [NDB] Chủ tịch
    [IDB] Chủ tịch
    [EIB] Chủ tịch
    [EBRD] Chủ tịch
    [IFAD] Chủ tịch
    [ICRC] Chủ tịch
    [UNHCR] Cao ủy
    [UNICEF] Giám đốc điều hành
    [WFP] Giám đốc điều hành
    [UNFPA] Giám đốc điều hành
    [UNEP] Giám đốc điều hành
    [UNODC] Giám đốc điều hành
    [UN-Women] Giám đốc điều hành
    [EU] lãnh đạo
   *[other] người đứng đầu
}
office-official = đại diện
office-spouse = Phu nhân/Phu quân lãnh đạo

## Lĩnh vực

topic-trade = thương mại
topic-investment = đầu tư
topic-finance = tài chính
topic-development-aid = hợp tác phát triển
    .field = viện trợ phát triển
topic-infrastructure = hạ tầng
topic-transport = giao thông vận tải
topic-energy = năng lượng
topic-climate = ứng phó biến đổi khí hậu
topic-environment = môi trường
topic-science-technology = khoa học - công nghệ
topic-digital = chuyển đổi số
topic-semiconductors = bán dẫn
topic-education = giáo dục - đào tạo
topic-labour = lao động
topic-tourism = du lịch
topic-culture = văn hóa
topic-people-to-people = giao lưu nhân dân
topic-health = y tế
topic-agriculture = nông nghiệp
topic-fisheries = thủy sản
topic-defence = quốc phòng
topic-security = an ninh
topic-crime-terrorism = phòng, chống tội phạm
topic-border = biên giới
topic-maritime = các vấn đề trên biển
    .field = biển
topic-peace-conflict = hòa bình, giải quyết xung đột
topic-war-legacy = khắc phục hậu quả chiến tranh
topic-diaspora = cộng đồng người ở nước ngoài
topic-consular = lãnh sự
topic-legal = pháp lý
topic-human-rights = quyền con người
topic-multilateral = các vấn đề đa phương
    .field = ngoại giao đa phương
topic-regional = các vấn đề khu vực
    .field = liên kết khu vực
topic-visits = tiếp xúc các cấp
topic-relations = quan hệ song phương
topic-protocol = lễ tân
topic-humanitarian = nhân đạo
topic-party-relations = quan hệ kênh Đảng
investment-in = đầu tư vào { $topics }

## Các loại hoạt động

kind-meeting = gặp, hội đàm
    .one = cuộc gặp
kind-call = điện đàm
    .one = điện đàm
kind-visit = chuyến thăm
    .one = chuyến thăm
kind-consultation = tham khảo, tham vấn
    .one = tham khảo chính trị
kind-conference = hội nghị
    .one = hội nghị
kind-message = điện, thư
    .one = điện, thư
kind-signing = lễ ký
    .one = lễ ký
kind-statement = phát biểu
    .one = phát biểu
kind-event = sự kiện
    .one = sự kiện
kind-publication = ấn phẩm
    .one = ấn phẩm

## Ai gặp ai

in-place = tại { $place }
at-occasion = nhân dịp { $occasion }
same-day = cùng ngày
same-days = cùng thời gian này
dated-otherwise = ({ $when } theo { $source })
forum = { $name }
session-of = { $name } lần thứ { $n }
meeting-of = phiên họp của { $body }
fact-meeting = { $when }, { $where }, { $occasion }, { $a } đã gặp { $b } { $note }.
fact-meeting-alone = { $when }, { $where }, { $occasion }, { $a } đã có cuộc gặp { $note }.
fact-call = { $when }, { $a } đã điện đàm với { $b } { $note }.
fact-call-alone = { $when }, { $a } đã điện đàm { $note }.
fact-visit = { $when }, { $a } đã thăm { $place } { $occasion } { $note }.
fact-visit-body = { $when }, { $a } đã có chuyến công tác liên quan đến { $b } { $occasion } { $note }.
fact-visit-alone = { $when }, { $a } đã có chuyến thăm, làm việc { $occasion } { $note }.
fact-consultation = { $when }, { $where }, { $occasion }, { $a } đã tiến hành tham khảo chính trị với { $b } { $note }.
fact-consultation-session = { $when }, { $where }, { $a } đã tiến hành tham khảo lần thứ { $ordinal } với { $b } { $note }.
fact-consultation-alone = { $when }, { $where }, { $occasion }, { $a } đã tiến hành tham khảo { $note }.
fact-conference = { $when }, { $where }, { $a } đã tham dự { $name } { $note }.
fact-conference-some = { $when }, { $where }, { $occasion }, { $a } đã dự hội nghị cùng { $b } { $note }.
fact-conference-alone = { $when }, { $where }, { $occasion }, { $a } đã dự hội nghị { $note }.
fact-message = { $when }, { $a } đã gửi điện, thư tới { $b } { $note }.
fact-message-alone = { $when }, { $a } đã gửi điện, thư { $note }.
fact-signing = { $when }, { $where }, { $occasion }, { $a } đã ký { $what } { $note }.
fact-level = { $when }, { $where }, { $occasion }, { $a } đã { $begun ->
    [yes] thiết lập { $level }
   *[no] nâng cấp quan hệ lên { $level }
} { $note }.
fact-turn = { $when }, { $a } đã { $turn ->
    [broken-off] cắt đứt quan hệ ngoại giao với { $b }
    [suspended] đình chỉ quan hệ ngoại giao với { $b }
    [lowered] hạ cấp quan hệ với { $b }
    [recalled] triệu hồi Đại sứ tại { $b }
   *[restored] khôi phục quan hệ với { $b }
} { $note }.
fact-turn-joint = { $when }, { $a } đã { $turn ->
    [broken-off] cắt đứt quan hệ ngoại giao
    [suspended] đình chỉ quan hệ ngoại giao
    [lowered] hạ cấp quan hệ
    [recalled] triệu hồi Đại sứ
   *[restored] khôi phục quan hệ
} { $note }.
signed-document = { $joint ->
    [yes] văn kiện hợp tác
   *[no] văn kiện
}
fact-statement = { $when }, { $where }, { $occasion }, { $a } đã phát biểu { $about } { $note }.
stated-about = về { $topics }
fact-event = { $when }, { $where }, { $occasion }, { $a } đã dự sự kiện cùng { $b } { $note }.
fact-event-alone = { $when }, { $where }, { $occasion }, { $a } đã dự một sự kiện { $note }.
fact-publication = { $when }, { $a } đã công bố một văn bản { $note }.

## Nội dung

they-two = hai bên
they-many = các bên
they-again = { $n ->
    [2] hai bên
   *[other] các bên
}
it-again = { $who } cũng
agreement-field = { $who } nhất trí hợp tác trong lĩnh vực { $field }.
agreement-named = { $who } nhất trí tiếp tục thúc đẩy { $named }.
agreement-session = { $who } nhất trí phối hợp chuẩn bị kỳ họp lần thứ { $ordinal } của cơ chế hợp tác song phương.
agreement-relations = { $who } nhất trí tiếp tục làm sâu sắc quan hệ.
agreement-visits = { $who } nhất trí tiếp tục trao đổi đoàn.
agreement-regional = { $who } nhất trí tiếp tục phối hợp trong các vấn đề khu vực và quốc tế.
agreement-level = { $begun ->
    [yes] { $who } nhất trí thiết lập { $level }.
   *[no] { $who } nhất trí nâng cấp quan hệ lên { $level }.
}
raised-level = { $begun ->
    [yes] { $who } thiết lập { $level } với { $whom }.
   *[no] { $who } nâng cấp quan hệ với { $whom } lên { $level }.
}
wish-level = { $begun ->
    [yes] { $who } mong muốn thiết lập { $level }.
   *[no] { $who } mong muốn nâng cấp quan hệ lên { $level }.
}
turn = { $turn ->
    [broken-off] cắt đứt quan hệ ngoại giao
    [suspended] đình chỉ quan hệ ngoại giao
    [lowered] hạ cấp quan hệ
    [recalled] triệu hồi Đại sứ
   *[restored] khôi phục quan hệ
}
turn-with = { $turn ->
    [broken-off] cắt đứt quan hệ ngoại giao với { $whom }
    [suspended] đình chỉ quan hệ ngoại giao với { $whom }
    [lowered] hạ cấp quan hệ với { $whom }
    [recalled] triệu hồi Đại sứ tại { $whom }
   *[restored] khôi phục quan hệ với { $whom }
}
turned = { $who } { $turn ->
    [broken-off] cắt đứt quan hệ ngoại giao với { $whom }
    [suspended] đình chỉ quan hệ ngoại giao với { $whom }
    [lowered] hạ cấp quan hệ với { $whom }
    [recalled] triệu hồi Đại sứ tại { $whom }
   *[restored] khôi phục quan hệ với { $whom }
}.
turned-alone = { $who } { $turn ->
    [broken-off] cắt đứt quan hệ ngoại giao
    [suspended] đình chỉ quan hệ ngoại giao
    [lowered] hạ cấp quan hệ
    [recalled] triệu hồi Đại sứ
   *[restored] khôi phục quan hệ
}.
agreement-turn = { $who } nhất trí { $deed }.
wish-turn = { $who } mong muốn { $deed }.
wish-field = { $who } mong muốn thúc đẩy hợp tác trong lĩnh vực { $field }.
wish-named = { $who } mong muốn thúc đẩy { $named }.
wish-session = { $who } mong muốn phối hợp chuẩn bị kỳ họp lần thứ { $ordinal } của cơ chế hợp tác song phương.
wish-relations = { $who } mong muốn làm sâu sắc quan hệ.
wish-visits = { $who } mong muốn duy trì trao đổi đoàn.
wish-regional = { $who } mong muốn duy trì phối hợp trong các vấn đề khu vực và quốc tế.
target-trade = Mục tiêu là đưa kim ngạch thương mại đạt { $amount } { $by }.
target-investment = Mục tiêu là đưa vốn đầu tư đạt { $amount } { $by }.
target-other = Mục tiêu trong lĩnh vực { $field } là { $amount } { $by }.
target-bare = Mục tiêu là { $amount } { $by }.
target-by = vào năm { $date }
support-candidacy = { $who } ủng hộ { $whose } ứng cử vào { $body }.
support-candidacy-years = { $who } ủng hộ { $whose } ứng cử vào { $body } nhiệm kỳ { $years }.
support-candidacy-noted = { $who } ghi nhận việc { $whose } ứng cử vào { $body }.
support-candidacy-noted-years = { $who } ghi nhận việc { $whose } ứng cử vào { $body } nhiệm kỳ { $years }.
support-field = { $who } bày tỏ ủng hộ { $whom } trong lĩnh vực { $field }.
support-named = { $who } bày tỏ ủng hộ { $named }.
support-alone = { $who } bày tỏ ủng hộ các nỗ lực trong lĩnh vực { $field }.
support-bare = { $who } bày tỏ ủng hộ { $whom }.
invitation = { $who } mời { $guest } sang thăm.
next-session = Bước tiếp theo là kỳ họp lần thứ { $ordinal }, { $when }.
next-named = Bước tiếp theo liên quan đến { $named }, { $when }.
next-about = Bước tiếp theo liên quan đến { $about }, { $when }.
next-date = Bước tiếp theo dự kiến vào { $when }.
request = { $who } đề nghị { $whom } phối hợp trong lĩnh vực { $about }.
request-alone = { $who } nêu đề nghị trong lĩnh vực { $about }.
request-named = { $who } nêu với { $whom } vấn đề { $named }.
request-named-alone = { $who } nêu vấn đề { $named }.
request-level = { $begun ->
    [yes] { $who } đề nghị { $whom } thiết lập { $level }.
   *[no] { $who } đề nghị { $whom } nâng cấp quan hệ lên { $level }.
}
request-level-alone = { $begun ->
    [yes] { $who } đề nghị thiết lập { $level }.
   *[no] { $who } đề nghị nâng cấp quan hệ lên { $level }.
}
request-turn = { $who } đề nghị { $whom } { $deed }.
request-turn-alone = { $who } đề nghị { $deed }.
request-candidacy = { $who } đề nghị { $whom } ủng hộ mình ứng cử vào { $body }.
request-candidacy-years = { $who } đề nghị { $whom } ủng hộ mình ứng cử vào { $body } nhiệm kỳ { $years }.
hope = { $who } mong muốn đạt tiến triển trong lĩnh vực { $field }.
hope-named = { $who } mong muốn đạt tiến triển về { $named }.
pledge = { $who } cam kết hỗ trợ { $whom } trong lĩnh vực { $field }.
pledge-alone = { $who } cam kết nỗ lực trong lĩnh vực { $field }.
pledge-named = { $who } cam kết thúc đẩy { $named }.
pledge-relations = { $who } cam kết phát triển quan hệ với { $whom }.
ready = { $who } sẵn sàng hợp tác với { $whom } trong lĩnh vực { $field }.
ready-alone = { $who } sẵn sàng đóng góp trong lĩnh vực { $field }.
ready-named = { $who } sẵn sàng tiếp tục thúc đẩy { $named }.
ready-relations = { $who } sẵn sàng phát triển quan hệ với { $whom }.
position = { $who } nêu quan điểm về { $about }.
assessment = { $who } đề cập tình hình trong lĩnh vực { $field }.
assessment-relations = { $who } đề cập sự phát triển của quan hệ.
courtesy = { $who } gửi lời chào và cảm ơn tới { $whom }.
courtesy-alone = { $who } gửi lời chào và cảm ơn.
discussed = { $who } trao đổi về { $about }.

## Vấn đề

matter-level = { $begun ->
    [yes] { $level } giữa { $parties }
   *[no] quan hệ ở mức { $level } giữa { $parties }
}
matter-turn = { $turn ->
    [broken-off] việc cắt đứt quan hệ ngoại giao giữa { $parties }
    [suspended] việc đình chỉ quan hệ ngoại giao giữa { $parties }
    [lowered] việc hạ cấp quan hệ giữa { $parties }
    [recalled] việc triệu hồi Đại sứ giữa { $parties }
   *[restored] việc khôi phục quan hệ giữa { $parties }
}
matter-candidacy = việc ứng cử vào { $body }
matter-candidacy-years = việc ứng cử vào { $body } nhiệm kỳ { $years }
matter-candidacy-of = việc { $whose } ứng cử vào { $body }
matter-candidacy-of-years = việc { $whose } ứng cử vào { $body } nhiệm kỳ { $years }
matter-target = mục tiêu { $amount } giữa { $parties }
matter-target-alone = mục tiêu { $amount } của { $genitive }
matter-session = kỳ họp lần thứ { $ordinal } giữa { $parties }
matter-invitation = lời mời của { $host } gửi { $guest }
matter-topic = hợp tác trong lĩnh vực { $field } giữa { $parties }
matter-step = bước tiếp theo về { $about } giữa { $parties }
matter-step-alone = bước tiếp theo của { $genitive }
matter-other = bước tiếp theo giữa { $parties }
state-open = đang mở
state-acknowledged = đã ghi nhận
state-agreed = đã nhất trí
state-delivered = đã thực hiện
state-lapsed = đã quá hạn
state-replaced = đã được thay thế
matter-line = { $matter }: { $state }, được nhắc đến gần nhất ngày { $last }.
matter-line-due = { $matter }: { $state }, được nhắc đến gần nhất ngày { $last }, dự kiến { $due }.
matter-due = { $matter }: dự kiến { $due }.
coming-matter = { $date }: { $matter }.
anniversary = { $date }: kỷ niệm { $years } năm { $parties } ký { $what }.
anniversary-level = { $date }: kỷ niệm { $years } năm { $begun ->
    [yes] { $parties } thiết lập { $level }
   *[no] { $parties } nâng cấp quan hệ lên { $level }
}.
dated-line = { $date }: { $sentence }

## Bản tin

digest-title = Điểm tin đối ngoại
digest-title-for = Đối ngoại { $party }
section-leaders = Hoạt động của lãnh đạo cấp cao
section-leaders-all = Lãnh đạo cấp cao các nước
section-minister = Hoạt động của Bộ trưởng Ngoại giao
section-ministers = Các Bộ trưởng Ngoại giao
section-bilateral = Ngoại giao song phương
section-multilateral = Ngoại giao đa phương
section-other = Các hoạt động khác
section-coming = Sắp tới
pair = { $a } và { $b }
empty-period = Không có thông tin về giai đoạn này.
upcoming = { $when }: { $way ->
    [with] { $kind } với { $parties }
    [between] { $kind } giữa { $parties }
   *[of] { $kind } ({ $parties })
}.
upcoming-visit = { $when }: { $a } thăm { $place }.
upcoming-forum = { $when }: { $name }.
notes-heading = Nguồn
foot = Tổng hợp từ cơ sở dữ liệu: { $engagements } hoạt động theo { $documents } văn bản.
foot-left-out = Đã lược bỏ { $figure } hoạt động chỉ được nhắc qua hoặc chưa chắc chắn.
foot-gaps = Tên gọi chưa có bằng tiếng Việt: { $names }.

## Lịch và nguồn tin

event-of = { $parties }: { $kind }
event-dated = { $event }, { $date }
category-due = sắp tới
feed-subject = { $title }: { $query }

## Tài liệu tham khảo

brief-title = Tài liệu tham khảo: { $a } và { $b }
brief-title-person = Tài liệu tham khảo: { $name }
brief-subtitle = Tính đến ngày { $date }
brief-who = Nhân sự
brief-last-met = Tiếp xúc gần đây
brief-relations = Tình hình quan hệ
brief-they-asked = Đề nghị của { $b }
brief-we-asked = Đề nghị của { $a }
brief-pledged = Cam kết của { $a }
brief-they-pledged = Cam kết của { $b }
brief-open = Vấn đề còn mở
brief-level = { $begun ->
    [yes] Hai bên có { $level } { $since }.
   *[no] Quan hệ hai bên ở mức { $level } { $since }.
}
brief-turn = { $turn ->
    [broken-off] Quan hệ ngoại giao bị cắt đứt { $when }.
    [suspended] Quan hệ ngoại giao bị đình chỉ { $when }.
    [lowered] Quan hệ bị hạ cấp { $when }.
    [recalled] Đại sứ bị triệu hồi { $when }.
   *[restored] Quan hệ được khôi phục { $when }.
}
level-since = { $precision ->
    [day] từ ngày { $date }
    [year] từ năm { $date }
   *[other] từ { $date }
}
brief-next = Các kỳ họp và dịp kỷ niệm sắp tới
brief-differs = Những điểm đưa tin khác nhau
brief-over-time = Diễn biến theo thời gian
brief-no-contact = Không có tiếp xúc nào giữa { $a } và { $b }.
brief-nothing = Không có tiếp xúc nào với { $name }.
more-of-it = Còn { $figure } mục khác trong cơ sở dữ liệu.
more-at-least = Còn ít nhất { $figure } mục khác trong cơ sở dữ liệu.
more-contacts = Còn { $figure } cuộc tiếp xúc khác trong cơ sở dữ liệu.
tenure = { $name }, { $office } { $party }, theo ghi nhận { $dates }.
became-of = Hiện trạng: { $state }.
spellings = Tên còn được viết là { $names }.
differs-date = Ngày của { $what }: { $values }.
differs-kind = Loại hoạt động – { $what }: { $values }.
differs-country = Nước diễn ra { $what }: { $values }.
differs-city = Địa điểm của { $what }: { $values }.
value-by = { $value } theo { $source }
what-of = { $kind } giữa { $parties }
chart-timeline = Tiếp xúc và vấn đề còn mở theo thời gian
chart-timeline-heard = Vấn đề còn mở, được nhắc gần nhất
chart-timeline-due = Vấn đề còn mở, đến hạn
chart-timeline-alternative = { $n ->
    [1] Tiếp xúc duy nhất được ghi nhận { $to }.
   *[other] Tiếp xúc đầu tiên được ghi nhận { $from }, gần nhất { $to }; tổng cộng { $figure } lần.
}

## Tổng kết

review-title = Tổng kết công tác đối ngoại
review-title-for = Tổng kết quan hệ đối ngoại của { $party }
review-figures = Số liệu
review-partners = Đối tác
review-firsts = Tiếp xúc lần đầu
review-agreements = Thỏa thuận
review-levels = Thay đổi trong quan hệ
review-targets = Mục tiêu
review-positions = Vị trí trong các tổ chức
review-topics = Lĩnh vực
review-coverage = Mức độ bao quát
column-kind = Loại
column-number = Số lượng
column-direction = Hướng
column-rank = Cấp cao nhất
column-channel = Kênh
column-partner = Đối tác
column-topic = Lĩnh vực
column-before = Kỳ trước
column-now = Kỳ này
column-change = Thay đổi
column-what = Nội dung
direction-out = Thăm nước ngoài
direction-in = Đón đoàn vào
direction-other = Chuyến thăm chưa rõ địa điểm
channel-party = Kênh Đảng
channel-government = Chính phủ
channel-parliament = Nghị viện
channel-people = Tổ chức nhân dân
channel-business = Doanh nghiệp
channel-other = Khác
rank-other = Khác
caption-kinds = Tiếp xúc theo loại
caption-directions = Chuyến thăm theo hướng
caption-ranks = Tiếp xúc theo cấp tham dự cao nhất
caption-channels = Tiếp xúc theo kênh
caption-partners = Các đối tác thường xuyên nhất
caption-topics = Lĩnh vực so với kỳ trước
caption-coverage = Cơ sở của bản tổng kết
chart-months = Tiếp xúc theo tháng
chart-months-alternative = { $month } có nhiều tiếp xúc nhất ({ $n }).
chart-partners = Đối tác theo tháng
chart-partners-alternative = Nhiều tiếp xúc nhất là với { $party } ({ $n }).
chart-network = Ai gặp ai
chart-network-alternative = Quan hệ thường xuyên nhất là giữa { $a } và { $b } ({ $n } tiếp xúc).
chart-topics = Lĩnh vực theo tháng
chart-topics-alternative = Lĩnh vực được nhắc đến nhiều nhất là { $topic }.
coverage-accounts = Số bản tường thuật
coverage-engagements = Số hoạt động
coverage-silent = Số ngày không có nguồn
coverage-disputes = Hoạt động có thông tin khác nhau

## So sánh

compare-title = Các nguồn tin về cùng một hoạt động
compare-facts = Hoạt động
compare-both = Các nguồn cùng nêu
compare-some = Nhiều nguồn cùng nêu
compare-only = Chỉ { $source } nêu
compare-differently = Nêu khác nhau
compare-one-source = Hoạt động chỉ có một nguồn tin.
says = { $source }: { $sentence }
