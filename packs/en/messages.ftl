# How papers are worded. `packs/README.md` says how a file like this one is built.
# Spaces that are left over, also before a stop, are taken out: a part that is missing leaves no hole.

## Names that parties.tsv, occasions.tsv and topics.tsv do not have as they stand in running text

# Before an office these go without article and ending: “US President”.
party-US = the United States
    .genitive = US
party-GB = the United Kingdom
    .genitive = UK
party-NL = the Netherlands
    .genitive = Dutch
party-PH = the Philippines
    .genitive = Philippine
party-AE = the United Arab Emirates
party-CZ = Czechia
party-BS = the Bahamas
party-GM = the Gambia
party-MV = the Maldives
party-DO = the Dominican Republic
party-CD = the Democratic Republic of the Congo
party-CG = the Republic of the Congo
party-CF = the Central African Republic
party-SB = Solomon Islands
party-MH = the Marshall Islands
party-KM = the Comoros
party-VA = the Holy See
party-KR = the Republic of Korea
party-EU = the European Union
    .genitive = EU
party-UN = the United Nations
    .genitive = UN
party-ASEAN = ASEAN
party-BRICS = BRICS
party-NATO = NATO
party-WTO = the WTO
party-WHO = the WHO
party-IMF = the IMF
party-FAO = the FAO
party-UNESCO = UNESCO
party-UNDP = the UNDP
party-ILO = the ILO
party-IAEA = the IAEA
party-EFTA = EFTA
party-WEF = the World Economic Forum
party-USABC = the US-ASEAN Business Council
party-AfU = the African Union
party-AX = the Åland Islands
party-FO = the Faroe Islands
party-CK = the Cook Islands
party-FK = the Falkland Islands
party-KY = the Cayman Islands
party-VG = the British Virgin Islands
party-VI = the US Virgin Islands
party-TC = the Turks and Caicos Islands
party-MP = the Northern Mariana Islands
series-AMM = the ASEAN Foreign Ministers’ Meeting
    .session = the { $ordinal } ASEAN Foreign Ministers’ Meeting
series-ASEAN-Summit = the ASEAN Summit
    .session = the { $ordinal } ASEAN Summit
series-ARF = the ASEAN Regional Forum
    .session = the { $ordinal } ASEAN Regional Forum
series-UNGA = the UN General Assembly
    .session = the { $ordinal } UN General Assembly
series-WEF-Annual = the Annual Meeting of the World Economic Forum
    .session = the { $ordinal } Annual Meeting of the World Economic Forum
series-COP = the UN climate conference
    .session = the { $ordinal } UN climate conference
series-AFMGM = the ASEAN Finance Ministers’ and Central Bank Governors’ Meeting
series-CLV-Summit = the Cambodia–Laos–Vietnam Summit
series-Mekong-Japan = the Mekong–Japan meeting
series-Mekong-ROK = the Mekong–Republic of Korea meeting
series-Mekong-US = the Mekong–US Partnership meeting
series-Mekong-Ganga = the Mekong–Ganga Cooperation meeting
series-CJK-FMM = the China–Japan–Republic of Korea Foreign Ministers’ Meeting
series-ACD-Summit = the Asia Cooperation Dialogue Summit
series-CSTO-Council = the CSTO Council
series-ECOSOC = the UN Economic and Social Council
series-Climate-SB = the UN climate talks in Bonn
series-CITES-COP = the conference of the parties to CITES
series-UNCAC-COSP = the conference of the parties to the UN Convention against Corruption
series-UNTOC-COP = the conference of the parties to the UN Convention against Transnational Organized Crime
series-UN-Tourism-GA = the UN Tourism General Assembly
series-SPLOS = the meeting of the parties to the Convention on the Law of the Sea
series-ISA-Assembly = the Assembly of the International Seabed Authority
series-CTBT-Article-XIV = the conference on the entry into force of the CTBT
series-BWC-RevCon = the review conference of the Biological Weapons Convention
series-ATT-CSP = the conference of the parties to the Arms Trade Treaty
series-APMBC-MSP = the meeting of the parties to the Mine Ban Convention
series-CCM-MSP = the meeting of the parties to the Convention on Cluster Munitions
series-TPNW-MSP = the meeting of the parties to the Treaty on the Prohibition of Nuclear Weapons
series-IBSA-Summit = the India–Brazil–South Africa Summit
series-MIKTA-FMM = the MIKTA Foreign Ministers’ Meeting
series-NAM-Ministerial = the Non-Aligned Movement’s ministerial meeting
series-Francophonie-Ministerial = the Francophonie’s ministerial conference
series-CPLP-Summit = the summit of Portuguese-speaking countries
series-ADB-Annual = the Annual Meeting of the Asian Development Bank
series-AIIB-Annual = the Annual Meeting of the AIIB
series-EBRD-Annual = the Annual Meeting of the EBRD
series-GECF-Summit = the summit of gas exporting countries
series-European-Council = the European Council
series-Gymnich = the informal meeting of EU Foreign Ministers
series-NAC = the North Atlantic Council
series-Nordic-Baltic = the Nordic–Baltic meeting
series-CBSS-Ministerial = the ministerial session of the Council of the Baltic Sea States
series-BEAC-Ministerial = the ministerial session of the Barents Euro-Arctic Council
series-V4-Summit = the Visegrad Group Summit
series-B9-Summit = the Bucharest Nine Summit
series-SEECP-Summit = the summit of the South-East European Cooperation Process
series-AU-PSC = the Peace and Security Council of the African Union
series-Dakar-Forum = the Dakar Forum
series-ACS-Summit = the summit of the Association of Caribbean States
series-ALBA-Summit = the ALBA Summit
series-ECLAC-Session = the ECLAC session
series-PAHO-Council = the PAHO Council
named-IUU-yellow-card = the EU’s yellow card on fisheries
named-UNCLOS = the UN Convention on the Law of the Sea
named-COC = the Code of Conduct in the South China Sea
named-DOC = the Declaration on the Conduct of Parties in the South China Sea
named-SEANWFZ = the Southeast Asia Nuclear-Weapon-Free Zone
named-TAC = the Treaty of Amity and Cooperation in Southeast Asia
named-EVFTA = the EU–Vietnam Free Trade Agreement
named-EVIPA = the EU–Vietnam Investment Protection Agreement
named-VN-EFTA-FTA = the free trade agreement between Vietnam and EFTA
named-Hanoi-Convention = the Hanoi Convention against cybercrime
named-market-economy-status = market economy status
named-export-control-list = the export control lists
named-BRI = the Belt and Road Initiative
named-ITLOS = the International Tribunal for the Law of the Sea
named-UNSC = the UN Security Council
named-UNHRC = the UN Human Rights Council
named-UNGA = the UN General Assembly
named-CPTPP = the CPTPP
named-RCEP = the RCEP
named-Paris-Agreement = the Paris Agreement
named-ACFTA = the ASEAN–China Free Trade Agreement
named-AKFTA = the ASEAN–Korea Free Trade Agreement
named-AIFTA = the ASEAN–India Trade in Goods Agreement
named-AANZFTA = the ASEAN–Australia–New Zealand Free Trade Agreement
named-AJCEP = the ASEAN–Japan Economic Partnership Agreement
named-VN-EAEU-FTA = the free trade agreement between Vietnam and the Eurasian Economic Union
named-Section-301 = the US tariffs under Section 301
named-Section-232 = the US tariffs under Section 232
named-New-START = the New START Treaty
named-Nord-Stream = the Nord Stream pipelines
named-Schengen = the Schengen Area
named-NAFTA = the NAFTA
named-GATT = the GATT
named-CFE = the CFE Treaty
named-HORIZON = the Horizon programme
named-ERASMUS = the Erasmus programme
named-Copernicus = the Copernicus programme

## Dates

month = { $number ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
date-day = { $day } { $month }
date-day-year = { $day } { $month } { $year }
date-days = { $day }–{ $day2 } { $month }
date-days-year = { $day }–{ $day2 } { $month } { $year }
date-days-months = { $day } { $month }–{ $day2 } { $month2 }
date-days-months-year = { $day } { $month }–{ $day2 } { $month2 } { $year }
date-month = { $month } { $year }
date-range = { $from }–{ $to }
on-date = on { $date }
in-month = in { $date }
in-year = in { $date }
period-week = Week { $week }, { $dates }

## Numbers and lists

decimal-mark = .
group-mark = ,
alphabet = abcdefghijklmnopqrstuvwxyz
list-comma = { $list }, { $item }
list-and = { $list } and { $item }
# After parts that have an “and” themselves.
list-and-long = { $list }, and { $item }
list-conjunction = and
list-others = { $list } and others
ordinal = { $n ->
    [1] first
    [2] second
    [3] third
    [4] fourth
    [5] fifth
    [6] sixth
    [7] seventh
    [8] eighth
    [9] ninth
    [10] tenth
    [11] eleventh
    [12] twelfth
   *[other] { $ordinal ->
        [one] { $ordinal }st
        [two] { $ordinal }nd
        [few] { $ordinal }rd
       *[other] { $ordinal }th
    }
}
scale-thousand = { $figure } thousand
scale-million = { $figure } million
scale-billion = { $figure } billion
scale-trillion = { $figure } trillion
money = { $figure } { $currency ->
    [USD] US dollars
    [EUR] euros
    [JPY] yen
    [CNY] yuan
    [GBP] pounds
    [SEK] Swedish kronor
    [NOK] Norwegian kroner
    [DKK] Danish kroner
    [VND] dong
    [KRW] won
    [INR] rupees
    [RUB] roubles
    [THB] baht
    [CAD] Canadian dollars
    [AUD] Australian dollars
    [NZD] New Zealand dollars
    [SGD] Singapore dollars
    [HKD] Hong Kong dollars
    [CHF] Swiss francs
    [PLN] zloty
    [CZK] Czech korunas
    [HUF] forints
    [ISK] Icelandic krónur
    [UAH] hryvnias
    [TRY] Turkish liras
    [KZT] tenge
    [MYR] ringgit
    [IDR] rupiah
    [PHP] Philippine pesos
    [BRL] reais
    [MXN] Mexican pesos
    [ZAR] rand
    [AED] dirhams
    [SAR] riyals
   *[other] { $currency }
}
percent = { $figure } per cent
times = { $n ->
    [2] a doubling
    [3] a tripling
   *[other] an increase to { $figure } times
}

## Parties and people

genitive = { $ending ->
    [sibilant] { $name }’
   *[other] { $name }’s
}
# Names of organisations, bodies and treaties of several words have an article.
organisation = the { $name }
representatives = representatives of { $parties }
# Of several who hold such an office: “Minister Ville Tavio of Finland”.
person = { $many ->
    [no] { $genitive } { $office } { $name }
    [leaders] { $code ->
        [VN] { $genitive } { $office } { $name }
        [LA] { $genitive } { $office } { $name }
        [CN] { $genitive } { $office } { $name }
        [KP] { $genitive } { $office } { $name }
       *[other] { $office } { $name } of { $party }
    }
   *[ministers] { $office } { $name } of { $party }
}
person-own = { $office } { $name }
person-long = { $bare } { $office } { $name }
person-again = { $name }
person-of = { $name } of { $party }
offices = { $a } and { $b }
office-head-of-state = { $realm ->
    [monarchy] Head of State
   *[republic] President
}
office-head-of-government = { $party ->
    [DE] Chancellor
    [AT] Chancellor
   *[other] Prime Minister
}
office-deputy-head-of-government = { $party ->
    [US] Vice President
   *[other] Deputy Prime Minister
}
office-foreign-minister = { $party ->
    [US] Secretary of State
    [GB] Foreign Secretary
    [EU] High Representative
   *[other] Foreign Minister
}
office-deputy-foreign-minister = { $party ->
    [SE] State Secretary for Foreign Affairs
    [NO] State Secretary for Foreign Affairs
   *[other] Deputy Foreign Minister
}
office-minister = { $party ->
    [US] Secretary
   *[other] Minister
}
office-deputy-minister = { $party ->
    [SE] State Secretary
    [NO] State Secretary
    [FI] State Secretary
    [IS] State Secretary
    [DE] State Secretary
    [CH] State Secretary
    [HU] State Secretary
    [SK] State Secretary
    [SI] State Secretary
    [RO] State Secretary
    [ES] Secretary of State
    [PT] Secretary of State
   *[other] Deputy Minister
}
office-legislature-head = { $party ->
    [VN] National Assembly Chairman
   *[other] Speaker
}
office-legislature-deputy-head = Deputy Speaker
office-party-leader = { $party ->
    [VN] General Secretary
    [LA] General Secretary
    [CN] General Secretary
    [KP] General Secretary
   *[other] party leader
}
office-ambassador = Ambassador
office-honorary-consul = Honorary Consul
office-organisation-head = { $party ->
    [UN] Secretary-General
    [ASEAN] Secretary-General
    [OECD] Secretary-General
    [OIC] Secretary-General
    [GCC] Secretary-General
    [LAS] Secretary-General
    [Commonwealth] Secretary-General
    [OAS] Secretary-General
    [PIF] Secretary-General
    [SCO] Secretary-General
    [CARICOM] Secretary-General
    [SAARC] Secretary-General
    [BIMSTEC] Secretary-General
    [CICA] Secretary-General
    [CSTO] Secretary-General
    [OTS] Secretary-General
    [OPEC] Secretary-General
    [EFTA] Secretary-General
    [UfM] Secretary-General
    [IMO] Secretary-General
    [ITU] Secretary-General
    [ICAO] Secretary-General
    [WMO] Secretary-General
    [UNCTAD] Secretary-General
    [Interpol] Secretary-General
    [NATO] Secretary General
    [OSCE] Secretary General
    [CoE] Secretary General
    [WTO] Director-General
    [WHO] Director-General
    [FAO] Director-General
    [ILO] Director-General
    [UNESCO] Director-General
    [IAEA] Director-General
    [WIPO] Director-General
    [UNIDO] Director-General
    [IOM] Director-General
    [OPCW] Director-General
    [IRENA] Director-General
    [IMF] Managing Director
    [WB] President
    [ADB] President
    [AIIB] President
    [AfDB] President
    [NDB] President
    [IDB] President
    [EIB] President
    [EBRD] President
    [IFAD] President
    [ICRC] President
    [UNHCR] High Commissioner
    [UNDP] Administrator
    [UNICEF] Executive Director
    [WFP] Executive Director
    [UNFPA] Executive Director
    [UNEP] Executive Director
    [UNODC] Executive Director
    [UN-Women] Executive Director
    [EU] leader
   *[other] head
}
office-official = representative
office-spouse = leader’s spouse

## Topics. `.field` is the form behind “cooperation in”, where it is another.

topic-trade = trade
topic-investment = investment
topic-finance = finance
topic-development-aid = development aid
topic-infrastructure = infrastructure
topic-transport = transport
topic-energy = energy
topic-climate = climate
topic-environment = the environment
    .field = environmental protection
topic-science-technology = science and technology
topic-digital = digitalisation
topic-semiconductors = semiconductors
topic-education = education
topic-labour = labour
topic-tourism = tourism
topic-culture = culture
topic-people-to-people = people-to-people exchange
topic-health = health
topic-agriculture = agriculture
topic-fisheries = fisheries
topic-defence = defence
topic-security = security
topic-crime-terrorism = law enforcement
topic-border = border affairs
topic-maritime = maritime affairs
topic-peace-conflict = peace and the settlement of conflicts
topic-war-legacy = the legacy of war
    .field = overcoming the legacy of war
topic-diaspora = diaspora affairs
topic-consular = consular affairs
topic-legal = legal affairs
topic-human-rights = human rights
topic-multilateral = multilateral affairs
topic-regional = regional affairs
topic-visits = exchanges of visits
topic-relations = bilateral relations
topic-protocol = protocol
topic-humanitarian = humanitarian affairs
topic-party-relations = relations between parties
    .field = party relations
investment-in = investment in { $topics }

## Kinds: several for tables, one for what is expected

kind-meeting = meetings
    .one = meeting
kind-call = telephone calls
    .one = telephone call
kind-visit = visits
    .one = visit
kind-consultation = consultations
    .one = consultations
kind-conference = conferences
    .one = conference
kind-message = messages
    .one = message
kind-signing = signings
    .one = signing
kind-statement = statements
    .one = statement
kind-event = events
    .one = event
kind-publication = publications
    .one = publication

## Who met whom

in-place = in { $place }
at-occasion = in connection with { $occasion }
same-day = the same day
same-days = over the same days
dated-otherwise = ({ $when } according to { $source })
forum = the { $name }
session-of = the { $ordinal } { $name }
meeting-of = a meeting of { $body }
fact-meeting = { $when } { $a } met { $b } { $where } { $occasion } { $note }.
fact-meeting-alone = { $when } { $a } held a meeting { $where } { $occasion } { $note }.
fact-call = { $when } { $a } spoke by telephone with { $b } { $note }.
fact-call-alone = { $when } { $a } held a telephone call { $note }.
fact-visit = { $when } { $a } visited { $place } { $occasion } { $note }.
fact-visit-body = { $when } { $a } paid a visit in connection with { $b } { $occasion } { $note }.
fact-visit-alone = { $when } { $a } paid a visit { $occasion } { $note }.
fact-consultation = { $when } { $a } held consultations with { $b } { $where } { $occasion } { $note }.
fact-consultation-session = { $when } { $a } held the { $ordinal } round of consultations with { $b } { $where } { $note }.
fact-consultation-alone = { $when } { $a } held consultations { $where } { $occasion } { $note }.
fact-conference = { $when } { $a } took part in { $name } { $where } { $note }.
fact-conference-some = { $when } { $a } took part in a conference with { $b } { $where } { $occasion } { $note }.
fact-conference-alone = { $when } { $a } took part in a conference { $where } { $occasion } { $note }.
fact-message = { $when } { $a } sent a message to { $b } { $note }.
fact-message-alone = { $when } { $a } sent a message { $note }.
fact-signing = { $when } { $a } signed { $what } { $where } { $occasion } { $note }.
fact-level = { $when } { $a } { $begun ->
    [yes] established { $level }
   *[no] raised their relations to the level of { $level }
} { $where } { $occasion } { $note }.
fact-turn = { $when } { $a } { $turn ->
    [broken-off] broke off diplomatic relations with { $b }
    [suspended] suspended diplomatic relations with { $b }
    [lowered] lowered its relations with { $b }
    [recalled] recalled its ambassador from { $b }
   *[restored] restored its relations with { $b }
} { $note }.
fact-turn-joint = { $when } { $a } { $turn ->
    [broken-off] broke off their diplomatic relations
    [suspended] suspended their diplomatic relations
    [lowered] lowered their relations
    [recalled] recalled their ambassadors
   *[restored] restored their relations
} { $note }.
signed-document = { $joint ->
    [yes] an agreement
   *[no] a document
}
fact-statement = { $when } { $a } made a statement { $about } { $where } { $occasion } { $note }.
stated-about = on { $topics }
fact-event = { $when } { $a } took part in an event together with { $b } { $where } { $occasion } { $note }.
fact-event-alone = { $when } { $a } took part in an event { $where } { $occasion } { $note }.
fact-publication = { $when } { $a } published a text { $note }.

## What was said

they-two = the two sides
they-many = the parties
they-again = they
it-again = it
agreement-field = { $who } agreed on cooperation in { $field }.
agreement-named = { $who } agreed to continue work on { $named }.
agreement-session = { $who } agreed to prepare the { $ordinal } session of their cooperation mechanism.
agreement-relations = { $who } agreed to deepen their relations.
agreement-visits = { $who } agreed to continue exchanges of visits.
agreement-regional = { $who } agreed to keep coordinating on regional and international affairs.
agreement-level = { $begun ->
    [yes] { $who } agreed to establish { $level }.
   *[no] { $who } agreed to raise relations to the level of { $level }.
}
raised-level = { $begun ->
    [yes] { $who } established { $level } with { $whom }.
   *[no] { $who } raised relations with { $whom } to the level of { $level }.
}
wish-level = { $begun ->
    [yes] { $who } wished to establish { $level }.
   *[no] { $who } wished to raise relations to the level of { $level }.
}
turn = { $turn ->
    [broken-off] break off diplomatic relations
    [suspended] suspend diplomatic relations
    [lowered] lower relations
    [recalled] recall ambassadors
   *[restored] restore relations
}
turn-with = { $turn ->
    [broken-off] break off diplomatic relations with { $whom }
    [suspended] suspend diplomatic relations with { $whom }
    [lowered] lower relations with { $whom }
    [recalled] recall ambassadors from { $whom }
   *[restored] restore relations with { $whom }
}
turned = { $who } { $turn ->
    [broken-off] broke off diplomatic relations with { $whom }
    [suspended] suspended diplomatic relations with { $whom }
    [lowered] lowered relations with { $whom }
    [recalled] recalled its ambassador from { $whom }
   *[restored] restored relations with { $whom }
}.
turned-alone = { $who } { $turn ->
    [broken-off] broke off diplomatic relations
    [suspended] suspended diplomatic relations
    [lowered] lowered relations
    [recalled] recalled its ambassador
   *[restored] restored relations
}.
agreement-turn = { $who } agreed to { $deed }.
wish-turn = { $who } wished to { $deed }.
wish-field = { $who } intended to deepen cooperation in { $field }.
wish-named = { $who } intended to move forward with { $named }.
wish-session = { $who } intended to prepare the { $ordinal } session of their cooperation mechanism.
wish-relations = { $who } intended to deepen their relations.
wish-visits = { $who } intended to continue exchanges of visits.
wish-regional = { $who } intended to keep coordinating on regional and international affairs.
target-trade = The target is trade worth { $amount } { $by }.
target-investment = The target is investment of { $amount } { $by }.
target-other = The target in { $field } is { $amount } { $by }.
target-bare = The target is { $amount } { $by }.
target-by = by { $date }
support-candidacy = { $who } supported { $whose } candidacy for { $body }.
support-candidacy-years = { $who } supported { $whose } candidacy for { $body } for { $years }.
support-candidacy-noted = { $who } took note of { $whose } candidacy for { $body }.
support-candidacy-noted-years = { $who } took note of { $whose } candidacy for { $body } for { $years }.
support-field = { $who } voiced support for { $whom } in { $field }.
support-named = { $who } voiced support for { $named }.
support-alone = { $who } voiced support for efforts in { $field }.
support-bare = { $who } voiced support for { $whom }.
invitation = { $who } invited { $guest } to visit.
next-session = The { $ordinal } session is to follow { $when }.
next-named = The next step concerns { $named } { $when }.
next-about = The next step concerns { $about } { $when }.
next-date = The next step is expected { $when }.
request = { $who } asked { $whom } for action on { $about }.
request-alone = { $who } asked for action on { $about }.
request-named = { $who } raised { $named } with { $whom }.
request-named-alone = { $who } raised { $named }.
request-level = { $begun ->
    [yes] { $who } proposed { $level } to { $whom }.
   *[no] { $who } proposed to { $whom } to raise relations to the level of { $level }.
}
request-level-alone = { $begun ->
    [yes] { $who } proposed { $level }.
   *[no] { $who } proposed to raise relations to the level of { $level }.
}
request-turn = { $who } called on { $whom } to { $deed }.
request-turn-alone = { $who } called for steps to { $deed }.
request-candidacy = { $who } asked { $whom } to support its candidacy for { $body }.
request-candidacy-years = { $who } asked { $whom } to support its candidacy for { $body } for { $years }.
hope = { $who } hoped for progress in { $field }.
hope-named = { $who } hoped for progress on { $named }.
pledge = { $who } promised to support { $whom } in { $field }.
pledge-alone = { $who } promised efforts in { $field }.
pledge-named = { $who } promised to work for { $named }.
pledge-relations = { $who } promised to develop relations with { $whom }.
ready = { $who } offered to work with { $whom } in { $field }.
ready-alone = { $who } offered to contribute in { $field }.
ready-named = { $who } offered to continue work on { $named }.
ready-relations = { $who } offered to develop relations with { $whom }.
position = { $who } set out { $count ->
    [one] its
   *[other] their
} views on { $about }.
assessment = { $who } spoke of developments in { $field }.
assessment-relations = { $who } spoke of the development of relations.
courtesy = { $who } conveyed greetings and thanks to { $whom }.
courtesy-alone = { $who } conveyed greetings and thanks.
discussed = { $who } discussed { $about }.

## Matters

matter-level = { $begun ->
    [yes] { $level } between { $parties }
   *[no] relations between { $parties } at the level of { $level }
}
matter-turn = { $turn ->
    [broken-off] the break in diplomatic relations between { $parties }
    [suspended] the suspension of diplomatic relations between { $parties }
    [lowered] the lowering of relations between { $parties }
    [recalled] the recall of ambassadors between { $parties }
   *[restored] the restoration of relations between { $parties }
}
matter-candidacy = the candidacy for { $body }
matter-candidacy-years = the candidacy for { $body } { $years }
matter-candidacy-of = { $whose } candidacy for { $body }
matter-candidacy-of-years = { $whose } candidacy for { $body } { $years }
matter-target = the target of { $amount } between { $parties }
matter-target-alone = { $genitive } target of { $amount }
matter-session = the { $ordinal } session between { $parties }
matter-invitation = { $genitive } invitation to { $guest }
matter-topic = cooperation in { $field } between { $parties }
matter-step = a next step on { $about } between { $parties }
matter-step-alone = { $genitive } next step
matter-other = a next step between { $parties }
state-open = open
state-acknowledged = noted
state-agreed = agreed
state-delivered = done
state-lapsed = lapsed
state-replaced = replaced
matter-line = { $matter }: { $state }, last heard of on { $last }.
matter-line-due = { $matter }: { $state }, last heard of on { $last }, due { $due }.
matter-due = { $matter }: due { $due }.
coming-matter = { $date }: { $matter }.
anniversary = { $date }: { $years ->
    [1] first
    [5] fifth
    [10] tenth
   *[other] { $ordinal }
} anniversary of the signing of { $what } by { $parties }.
anniversary-level = { $date }: { $years ->
    [1] first
    [5] fifth
    [10] tenth
   *[other] { $ordinal }
} anniversary of { $begun ->
    [yes] { $level } between { $parties }
   *[no] relations between { $parties } at the level of { $level }
}.
dated-line = { $date }: { $sentence }

## The digest

digest-title = Foreign affairs digest
digest-title-for = { $genitive } foreign affairs
section-leaders = Leaders
section-leaders-all = Leaders
section-minister = The Foreign Minister
section-ministers = Foreign Ministers
section-bilateral = Bilateral contacts
section-multilateral = Multilateral contacts
section-other = Other activities
section-coming = Coming up
pair = { $a } and { $b }
empty-period = The register has nothing on this period.
upcoming = { $when }: { $way ->
    [with] { $kind } with { $parties }
    [between] { $kind } between { $parties }
   *[of] { $kind } ({ $parties })
}.
upcoming-visit = { $when }: { $a } to visit { $place }.
upcoming-forum = { $when }: { $name }.
notes-heading = Sources
foot = Compiled from the register: { $engagements ->
    [one] { $engagements } entry
   *[other] { $engagements } entries
} from { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}.
foot-left-out = { $n ->
    [one] One entry that is mentioned only in passing or is uncertain was left out.
   *[other] { $figure } entries that are mentioned only in passing or are uncertain were left out.
}
foot-gaps = Names that are missing in English: { $names }.

## Calendars and feeds

event-of = { $parties }: { $kind }
event-dated = { $event }, { $date }
category-due = due
feed-subject = { $title }: { $query }

## The brief

brief-title = Brief: { $a } and { $b }
brief-title-person = Brief: { $name }
brief-subtitle = As of { $date }
brief-who = Who they are
brief-last-met = When we last met
brief-relations = Where relations stand
brief-they-asked = What { $b } asked for
brief-we-asked = What { $a } asked for
brief-pledged = What { $a } pledged
brief-they-pledged = What { $b } pledged
brief-open = Open matters
brief-level = { $begun ->
    [yes] The two sides have had { $level } { $since }.
   *[no] Relations have been at the level of { $level } { $since }.
}
brief-turn = { $turn ->
    [broken-off] Diplomatic relations were broken off { $when }.
    [suspended] Diplomatic relations were suspended { $when }.
    [lowered] Relations were lowered { $when }.
    [recalled] An ambassador was recalled { $when }.
   *[restored] Relations were restored { $when }.
}
level-since = since { $date }
brief-next = Next sessions and anniversaries
brief-differs = What is reported differently
brief-over-time = Over time
brief-no-contact = The register has no contacts between { $a } and { $b }.
brief-nothing = The register has no contacts with { $name }.
more-of-it = { $n ->
    [one] One more is in the register.
   *[other] { $figure } more are in the register.
}
more-at-least = { $n ->
    [one] At least one more is in the register.
   *[other] At least { $figure } more are in the register.
}
more-contacts = { $n ->
    [one] One more contact is in the register.
   *[other] { $figure } more contacts are in the register.
}
tenure = { $many ->
    [no] { $name }, { $genitive } { $office }, on record { $dates }.
    [leaders] { $code ->
        [VN] { $name }, { $genitive } { $office }, on record { $dates }.
        [LA] { $name }, { $genitive } { $office }, on record { $dates }.
        [CN] { $name }, { $genitive } { $office }, on record { $dates }.
        [KP] { $name }, { $genitive } { $office }, on record { $dates }.
       *[other] { $name }, { $office } in { $party }, on record { $dates }.
    }
   *[ministers] { $name }, { $office } of { $party }, on record { $dates }.
}
became-of = Where it stands: { $state }.
spellings = The name is also spelt { $names }.
differs-date = The date of { $what }: { $values }.
differs-kind = What took place – { $what }: { $values }.
differs-country = The country of { $what }: { $values }.
differs-city = The city of { $what }: { $values }.
value-by = { $value } according to { $source }
what-of = the { $kind } between { $parties }
chart-timeline = Contacts and open matters over time
chart-timeline-heard = Open matters, last heard of
chart-timeline-due = Open matters, due
chart-timeline-alternative = { $n ->
    [1] The only contact on record was { $to }.
   *[other] The first contact on record was { $from }, the last { $to }; in all there are { $figure }.
}

## The review

review-title = Foreign affairs in review
review-title-for = { $genitive } foreign relations in review
review-figures = In figures
review-partners = Partners
review-firsts = First contacts
review-agreements = Agreements
review-levels = Changes in relations
review-targets = Targets
review-positions = Positions in organisations
review-topics = Topics
review-coverage = Coverage
column-kind = Kind
column-number = Number
column-direction = Direction
column-rank = Highest rank
column-channel = Channel
column-partner = Partner
column-topic = Topic
column-before = Before
column-now = This period
column-change = Change
column-what = What
direction-out = Visits abroad
direction-in = Visits received
direction-other = Visits without a known place
channel-party = Party
channel-government = Government
channel-parliament = Parliament
channel-people = People's organisations
channel-business = Business
channel-other = Others
rank-other = Others
caption-kinds = Contacts by kind
caption-directions = Visits by direction
caption-ranks = Contacts by the highest rank that took part
caption-channels = Contacts by channel
caption-partners = The most frequent partners
caption-topics = Topics compared with the period before
caption-coverage = What the review rests on
chart-months = Contacts by month
chart-months-alternative = Most contacts, { $n }, are in { $month }.
chart-partners = Partners by month
chart-partners-alternative = Most contacts, { $n }, are with { $party }.
chart-network = Who meets whom
chart-network-alternative = The strongest tie, of { $n } contacts, is between { $a } and { $b }.
chart-topics = Topics by month
chart-topics-alternative = The most frequent topic is { $topic }.
coverage-accounts = Accounts in documents
coverage-engagements = Entries
coverage-silent = Days without a source
coverage-disputes = Entries on which accounts differ

## The comparison

compare-title = Accounts of one event
compare-facts = The event
compare-both = Said by all
compare-some = Said by several, but not by all
compare-only = Said only by { $source }
compare-differently = Said differently
compare-one-source = There is only one source.
says = { $source }: { $sentence }
