# Hur rapporterna ordas. `packs/README.md` säger hur en fil som denna är byggd.
# Blanksteg som blir över, också före skiljetecken, tas bort: ett led som saknas lämnar inget hål.

## Namn som parties.tsv, occasions.tsv och topics.tsv inte har som de ska stå i löpande text

party-US = USA
party-BRICS = Brics
party-EFTA = Efta
party-NATO = Nato
party-USABC = affärsrådet USA–Asean
party-WTO = WTO
party-WHO = WHO
party-IMF = IMF
party-ILO = ILO
party-IMO = IMO
party-IAEA = IAEA
party-UNDP = UNDP
party-FAO = FAO
party-WEF = Världsekonomiskt forum
party-AfU = Afrikanska unionen
series-AMM = Aseans utrikesministermöte
    .session = Aseans { $ordinal } utrikesministermöte
series-ASEAN-Summit = Aseans toppmöte
    .session = Aseans { $ordinal } toppmöte
series-ARF = Aseans regionala forum
    .session = Aseans { $ordinal } regionala forum
series-BRICS-Summit = Brics toppmöte
    .session = Brics { $ordinal } toppmöte
series-APEC-Summit = Apecs toppmöte
    .session = Apecs { $ordinal } toppmöte
series-UNGA = FN:s generalförsamling
    .session = FN:s { $ordinal } generalförsamling
series-WEF-Annual = Världsekonomiskt forums årsmöte
series-G20-Summit = G20:s toppmöte
series-G7-Summit = G7:s toppmöte
series-NATO-Summit = Natos toppmöte
series-COP = FN:s klimatkonferens
    .session = FN:s { $ordinal } klimatkonferens
series-ASEAN-FM-Retreat = Aseans informella utrikesministermöte
series-AMM-PMC = Aseans utrikesministermöte med partnerländer
series-ACC = Aseans samordningsråd
series-AEM = Aseans ekonomiministermöte
series-AECC = Aseans ekonomiska råd
series-APSC = Aseans råd för politik och säkerhet
series-ASCC = Aseans sociala och kulturella råd
series-ADMM-Plus = Aseans försvarsministermöte med partnerländer
series-ASEAN-SOM = Aseans ämbetsmannamöte
series-AMMTC = Aseans ministermöte om gränsöverskridande brottslighet
series-AFMGM = Aseans möte för finansministrar och centralbankschefer
series-EAS-FMM = Östasiatiska toppmötets utrikesministermöte
series-ASEAN-Plus-Three = toppmötet Asean plus tre
series-ASEAN-Plus-Three-FMM = utrikesministermötet Asean plus tre
series-ASEAN-China-Summit = toppmötet mellan Asean och Kina
series-ASEAN-Japan-Summit = toppmötet mellan Asean och Japan
series-ASEAN-ROK-Summit = toppmötet mellan Asean och Sydkorea
series-ASEAN-India-Summit = toppmötet mellan Asean och Indien
series-ASEAN-US-Summit = toppmötet mellan Asean och USA
series-ASEAN-Australia-Summit = toppmötet mellan Asean och Australien
series-ASEAN-UN-Summit = toppmötet mellan Asean och FN
series-ASEAN-GCC-Summit = toppmötet mellan Asean och Gulfstaternas samarbetsråd
series-AIPA-GA = Aseans interparlamentariska församling
series-MLC-Summit = toppmötet om Lancang-Mekong-samarbetet
series-MLC-FMM = utrikesministermötet om Lancang-Mekong-samarbetet
series-GMS-Summit = Mekongregionens toppmöte
series-ACMECS-Summit = toppmötet ACMECS
series-CLMV-Summit = toppmötet mellan Kambodja, Laos, Myanmar och Vietnam
series-CLV-Summit = toppmötet mellan Kambodja, Laos och Vietnam
series-MRC-Summit = Mekongkommissionens toppmöte
series-Mekong-Japan = samarbetsmötet Mekong–Japan
series-Mekong-ROK = samarbetsmötet Mekong–Sydkorea
series-Mekong-US = samarbetsmötet Mekong–USA
series-Mekong-Ganga = samarbetsmötet Mekong–Ganges
series-APEC-Ministerial = Apecs ministermöte
series-APPF-Annual = Asien och Stillahavsområdets parlamentariska forum
series-ASEM-FMM = Asems utrikesministermöte
series-Xiangshan = Xiangshanforumet
series-BRF = Bälte och väg-forumet
series-CIIE = Kinas internationella importmässa
series-CAEXPO = Kina–Asean-mässan
series-Summer-Davos = Världsekonomiskt forums sommarmöte
series-Indian-Ocean-Conference = Indiska oceankonferensen
series-Jeju-Forum = Jejuforumet
series-Quad-Summit = Quadländernas toppmöte
series-Quad-FMM = Quadländernas utrikesministermöte
series-CJK-Summit = toppmötet mellan Kina, Japan och Sydkorea
series-CJK-FMM = utrikesministermötet mellan Kina, Japan och Sydkorea
series-BIMSTEC-Summit = BIMSTEC:s toppmöte
series-SAARC-Summit = SAARC:s toppmöte
series-IORA-COM = IORA:s ministerråd
series-SCO-Government = regeringschefsmötet i Shanghaiorganisationen
series-CICA-Summit = CICA:s toppmöte
series-ECO-Summit = toppmötet i Organisationen för ekonomiskt samarbete
series-OTS-Summit = de turkiska staternas toppmöte
series-ACD-Summit = toppmötet för Asiens samarbetsdialog
series-Central-Asia-Consultative = de centralasiatiska ländernas konsultativa möte
series-China-Central-Asia = toppmötet mellan Kina och Centralasien
series-EU-Central-Asia = toppmötet mellan EU och Centralasien
series-EAEU-Council = Eurasiska ekonomiska unionens råd
series-CIS-Council = OSS statschefsråd
series-CSTO-Council = kollektiva säkerhetsavtalets råd
series-SPIEF = ekonomiska forumet i Sankt Petersburg
series-EEF = Östra ekonomiska forumet
series-Caspian-Summit = Kaspiska toppmötet
series-PIF-Leaders = Stillahavsforumets ledarmöte
series-PALM = toppmötet mellan Japan och Stillahavsöarna
series-MSG-Summit = den melanesiska spjutspetsgruppens toppmöte
series-ECOSOC = FN:s ekonomiska och sociala råd
series-HLPF = FN:s högnivåforum för hållbar utveckling
series-CCPCJ = FN:s brottskommission
series-UN-Crime-Congress = FN:s kongress om brottsförebyggande
series-UNPFII = FN:s permanenta forum för urfolksfrågor
series-Climate-SB = FN:s klimatförhandlingar i Bonn
series-UNCCD-COP = partskonferensen för FN:s ökenkonvention
series-CITES-COP = partskonferensen för CITES
series-UNCAC-COSP = partskonferensen för FN:s korruptionskonvention
series-UNTOC-COP = partskonferensen för FN:s konvention mot organiserad brottslighet
series-LDC-Conference = FN:s konferens om de minst utvecklade länderna
series-LLDC-Conference = FN:s konferens om kustlösa utvecklingsländer
series-SIDS-Conference = FN:s konferens om små östater
series-World-Social-Summit = världstoppmötet för social utveckling
series-UNCTAD-Conference = FN:s konferens om handel och utveckling
series-ICH-Committee = Unescos kommitté för immateriellt kulturarv
series-UNIDO-GC = Unidos generalkonferens
series-FAO-Conference = FAO:s konferens
series-WIPO-Assemblies = WIPO:s församlingar
series-ICAO-Assembly = ICAO:s församling
series-IMO-Assembly = IMO:s församling
series-UPU-Congress = Världspostföreningens kongress
series-Interpol-GA = Interpols generalförsamling
series-UN-Tourism-GA = UN Tourisms generalförsamling
series-ESCAP-Session = ESCAP:s session
series-OPCW-CSP = OPCW:s partskonferens
series-ICC-ASP = Internationella brottmålsdomstolens partsförsamling
series-ISA-Assembly = Internationella havsbottenmyndighetens församling
series-BWC-RevCon = översynskonferensen för B-vapenkonventionen
series-CD = nedrustningskonferensen i Genève
series-ATT-CSP = partskonferensen för vapenhandelsfördraget
series-APMBC-MSP = partsmötet om Ottawakonventionen
series-CCM-MSP = partsmötet om konventionen mot klustervapen
series-TPNW-MSP = partsmötet om kärnvapenförbudet
series-UNAOC-Forum = Civilisationsalliansens forum
series-World-Water-Forum = Världsvattenforumet
series-Peacekeeping-Ministerial = FN:s ministermöte om fredsbevarande insatser
series-IRENA-Assembly = IRENA:s församling
series-Petersberg = klimatdialogen i Petersberg
series-P4G = P4G-toppmötet
series-BRICS-FMM = Brics utrikesministermöte
series-IBSA-Summit = toppmötet mellan Indien, Brasilien och Sydafrika
series-MIKTA-FMM = MIKTA-ländernas utrikesministermöte
series-NAM-Ministerial = alliansfria rörelsens ministermöte
series-South-Summit = G77:s toppmöte
series-D-8-Summit = D-8-toppmötet
series-Francophonie-Ministerial = Frankofonins ministermöte
series-CPLP-Summit = de portugisisktalande ländernas toppmöte
series-OECD-MCM = OECD:s ministerrådsmöte
series-ADB-Annual = Asiatiska utvecklingsbankens årsmöte
series-AIIB-Annual = AIIB:s årsmöte
series-EBRD-Annual = EBRD:s årsmöte
series-GECF-Summit = de gasexporterande ländernas toppmöte
series-World-Governments-Summit = World Governments Summit
series-Paris-Peace-Forum = fredsforumet i Paris
series-Nuclear-Security-Summit = toppmötet om kärnsäkerhet
series-EU-Western-Balkans = toppmötet mellan EU och västra Balkan
series-EU-ROK-Summit = toppmötet mellan EU och Sydkorea
series-EU-CELAC-Summit = toppmötet mellan EU och Celac
series-EU-Indo-Pacific-Forum = EU:s forum för Indo-Stillahavsområdet
series-NAC = Nordatlantiska rådet
series-MED9-Summit = MED9-toppmötet
series-B9-Summit = Bukarest nio-toppmötet
series-SEECP-Summit = Sydösteuropeiska samarbetsprocessens toppmöte
series-Berlin-Process = Berlinprocessens toppmöte
series-Brdo-Brijuni = toppmötet i Brdo-Brijuni-processen
series-UfM-Forum = Medelhavsunionens regionala forum
series-Halifax-Forum = säkerhetsforumet i Halifax
series-GLOBSEC = Globsec-forumet
series-Delphi-Forum = ekonomiska forumet i Delfi
series-Rome-MED = Medelhavsdialogen i Rom
series-LAS-Council = Arabförbundets råd
series-OIC-CFM = Islamiska samarbetsorganisationens utrikesministermöte
series-Sir-Bani-Yas = Sir Bani Yas-forumet
series-China-Arab-Forum = samarbetsforumet mellan Kina och arabländerna
series-China-Arab-Summit = toppmötet mellan Kina och arabländerna
series-AU-Executive-Council = Afrikanska unionens exekutiva råd
series-AU-Mid-Year = Afrikanska unionens samordningsmöte
series-AU-PSC = Afrikanska unionens freds- och säkerhetsråd
series-EAC-Summit = Östafrikanska gemenskapens toppmöte
series-COMESA-Summit = Comesas toppmöte
series-IGAD-Summit = Igads toppmöte
series-TICAD = Tokyokonferensen om Afrikas utveckling
series-FOCAC = samarbetsforumet mellan Kina och Afrika
series-Russia-Africa = toppmötet mellan Ryssland och Afrika
series-Korea-Africa = toppmötet mellan Sydkorea och Afrika
series-Turkey-Africa = toppmötet mellan Turkiet och Afrika
series-India-Africa = toppmötet mellan Indien och Afrika
series-US-Africa = toppmötet mellan USA och Afrika
series-Aswan-Forum = Assuanforumet
series-Dakar-Forum = Dakarforumet
series-China-CELAC = forumet mellan Kina och Celac
series-CARICOM-Summit = Caricoms toppmöte
series-Ibero-American-Summit = det iberoamerikanska toppmötet
series-Pacific-Alliance-Summit = Stillahavsalliansens toppmöte
series-SICA-Summit = Sicas toppmöte
series-ACS-Summit = de karibiska staternas toppmöte
series-ALBA-Summit = Albas toppmöte
series-ECLAC-Session = ECLAC:s session
series-PAHO-Council = PAHO:s råd
named-IUU-yellow-card = EU:s gula kort för fisket
named-UNCLOS = FN:s havsrättskonvention
named-COC = uppförandekoden för Sydkinesiska havet
named-DOC = deklarationen om parternas uppförande i Sydkinesiska havet
named-SEANWFZ = den kärnvapenfria zonen i Sydostasien
named-TAC = vänskaps- och samarbetsfördraget i Sydostasien
named-VN-EFTA-FTA = frihandelsavtalet mellan Vietnam och Efta
named-Hanoi-Convention = Hanoikonventionen
named-market-economy-status = frågan om marknadsekonomisk status
named-export-control-list = exportkontrollistorna
named-BRI = Bälte och väg-initiativet
named-ITLOS = Internationella havsrättsdomstolen
named-UNSC = FN:s säkerhetsråd
named-UNHRC = FN:s råd för mänskliga rättigheter
named-CPTPP = Stillahavsavtalet CPTPP
named-RCEP = frihandelsavtalet RCEP
named-Good-Friday-Agreement = Långfredagsavtalet
named-Indus-Waters-Treaty = Indusvattenfördraget
named-UNCCD-Convention = FN:s ökenkonvention
named-Windsor-Framework = Windsorramverket
named-sponsors-of-terrorism-list = USA:s lista över stater som stöder terrorism
named-ICH-Committee = Unescos kommitté för immateriellt kulturarv
named-UNDP-Executive-Board = UNDP:s styrelse
named-UNICEF-Executive-Board = Unicefs styrelse
named-UNESCO-Executive-Board = Unescos styrelse
named-UPU-Council = Världspostföreningens råd
named-Section-301 = de amerikanska tullarna enligt Section 301
named-Section-232 = de amerikanska tullarna enligt Section 232
named-CITES = CITES-konventionen
named-CERD = rasdiskrimineringskonventionen
named-ICESCR = konventionen om ekonomiska, sociala och kulturella rättigheter
named-UPR = FN:s granskning av mänskliga rättigheter (UPR)
named-UNTOC = FN:s konvention mot organiserad brottslighet
named-BBNJ = FN-avtalet om det fria havet (BBNJ)
named-USMCA = frihandelsavtalet USMCA
named-CETA = frihandelsavtalet CETA
named-NAFTA = frihandelsavtalet Nafta
named-GATT = Gattavtalet
named-Schengen = Schengensamarbetet
named-Copernicus = Copernicusprogrammet
named-HORIZON = forskningsprogrammet Horisont
named-ERASMUS = Erasmusprogrammet
named-IHR = det internationella hälsoreglementet
named-SOLAS = sjösäkerhetskonventionen SOLAS
named-MARPOL = MARPOL-konventionen
named-CFE = CFE-avtalet om konventionella styrkor
named-GDI = det globala utvecklingsinitiativet
named-GSI = det globala säkerhetsinitiativet
named-GCI = det globala civilisationsinitiativet
named-GGI = det globala styrningsinitiativet
named-GCM = den globala pakten om migration
named-CPEC = den ekonomiska korridoren Kina–Pakistan
named-IMEC = den ekonomiska korridoren Indien–Mellanöstern–Europa
named-INSTC = den internationella nord-sydliga transportkorridoren
named-UKVFTA = frihandelsavtalet mellan Storbritannien och Vietnam
named-VKFTA = frihandelsavtalet mellan Vietnam och Sydkorea
named-VJEPA = partnerskapsavtalet mellan Vietnam och Japan
named-ACFTA = frihandelsavtalet mellan Asean och Kina
named-AKFTA = frihandelsavtalet mellan Asean och Sydkorea
named-AIFTA = varuhandelsavtalet mellan Asean och Indien
named-AANZFTA = frihandelsavtalet mellan Asean, Australien och Nya Zeeland
named-AJCEP = partnerskapsavtalet mellan Asean och Japan
named-VN-EAEU-FTA = frihandelsavtalet mellan Vietnam och Eurasiska ekonomiska unionen

## Datum

month = { $number ->
    [1] januari
    [2] februari
    [3] mars
    [4] april
    [5] maj
    [6] juni
    [7] juli
    [8] augusti
    [9] september
    [10] oktober
    [11] november
   *[12] december
}
date-day = { $day } { $month }
date-day-year = { $day } { $month } { $year }
date-days = { $day }–{ $day2 } { $month }
date-days-year = { $day }–{ $day2 } { $month } { $year }
date-days-months = { $day } { $month }–{ $day2 } { $month2 }
date-days-months-year = { $day } { $month }–{ $day2 } { $month2 } { $year }
date-month = { $month } { $year }
date-range = { $from }–{ $to }
on-date = den { $date }
in-month = i { $date }
in-year = under { $date }
period-week = Vecka { $week }, { $dates }

## Tal och uppräkningar

decimal-mark = ,
group-mark = { " " }
alphabet = abcdefghijklmnopqrstuvwxyzåäö
list-comma = { $list }, { $item }
list-and = { $list } och { $item }
# Efter led som själva innehåller ”och”.
list-and-long = { $list } samt { $item }
list-conjunction = och
list-others = { $list } med flera
ordinal = { $n ->
    [1] första
    [2] andra
    [3] tredje
    [4] fjärde
    [5] femte
    [6] sjätte
    [7] sjunde
    [8] åttonde
    [9] nionde
    [10] tionde
    [11] elfte
    [12] tolfte
   *[other] { $ordinal ->
        [one] { $ordinal }:a
       *[other] { $ordinal }:e
    }
}
scale-thousand = { $figure } tusen
scale-million = { $n ->
    [one] { $figure } miljon
   *[other] { $figure } miljoner
}
scale-billion = { $n ->
    [one] { $figure } miljard
   *[other] { $figure } miljarder
}
scale-trillion = { $n ->
    [one] { $figure } biljon
   *[other] { $figure } biljoner
}
money = { $figure } { $currency ->
    [USD] dollar
    [EUR] euro
    [JPY] yen
    [CNY] yuan
    [GBP] pund
    [SEK] kronor
    [NOK] norska kronor
    [DKK] danska kronor
    [VND] dong
    [KRW] won
    [INR] rupier
    [RUB] rubel
    [THB] baht
    [CAD] kanadensiska dollar
    [AUD] australiska dollar
    [NZD] nyzeeländska dollar
    [SGD] singaporianska dollar
    [HKD] hongkongdollar
    [CHF] schweiziska franc
    [PLN] zloty
    [CZK] tjeckiska kronor
    [HUF] forinter
    [ISK] isländska kronor
    [UAH] hryvnia
    [TRY] turkiska lira
    [KZT] tenge
    [MYR] ringgit
    [IDR] rupier (Indonesien)
    [PHP] filippinska pesos
    [BRL] real
    [MXN] mexikanska pesos
    [ZAR] rand
    [AED] dirham
    [SAR] riyal
   *[other] { $currency }
}
percent = { $figure } procent
times = { $n ->
    [2] en fördubbling
    [3] en tredubbling
   *[other] en ökning till { $figure } gånger
}

## Parter och personer

genitive = { $ending ->
    [sibilant] { $name }
    [capital] { $name }:s
    [digit] { $name }:s
   *[other] { $name }s
}
organisation = { $name }
representatives = företrädare för { $parties }
# I de flesta länder finns flera partiledare.
person = { $many ->
    [leaders] { $code ->
        [VN] { $genitive } { $office } { $name }
        [LA] { $genitive } { $office } { $name }
        [CN] { $genitive } { $office } { $name }
        [KP] { $genitive } { $office } { $name }
       *[other] partiledaren { $name } från { $party }
    }
   *[no] { $genitive } { $office } { $name }
}
person-own = { $office } { $name }
person-long = { $name } ({ $office } för { $party })
person-again = { $name }
person-of = { $name } från { $party }
offices = { $a } och { $b }
office-head-of-state = { $realm ->
    [monarchy] statschef
   *[republic] president
}
office-head-of-government = { $party ->
    [SE] statsminister
    [NO] statsminister
    [DK] statsminister
    [FI] statsminister
    [IS] statsminister
    [DE] förbundskansler
    [AT] förbundskansler
   *[other] premiärminister
}
office-deputy-head-of-government = { $party ->
    [US] vicepresident
    [SE] vice statsminister
    [NO] vice statsminister
   *[other] vice premiärminister
}
office-foreign-minister = { $party ->
    [EU] höga representant
   *[other] utrikesminister
}
office-deputy-foreign-minister = { $party ->
    [SE] kabinettssekreterare
    [NO] statssekreterare
   *[other] biträdande utrikesminister
}
office-minister = minister
office-deputy-minister = { $party ->
    [SE] statssekreterare
    [NO] statssekreterare
    [FI] statssekreterare
    [IS] statssekreterare
    [DE] statssekreterare
    [CH] statssekreterare
    [HU] statssekreterare
    [SK] statssekreterare
    [SI] statssekreterare
    [RO] statssekreterare
    [ES] statssekreterare
    [PT] statssekreterare
   *[other] biträdande minister
}
office-legislature-head = talman
office-legislature-deputy-head = vice talman
office-party-leader = { $party ->
    [VN] generalsekreterare
    [LA] generalsekreterare
    [CN] generalsekreterare
    [KP] generalsekreterare
   *[other] partiledare
}
office-ambassador = ambassadör
office-honorary-consul = honorärkonsul
office-organisation-head = { $party ->
    [UN] generalsekreterare
    [ASEAN] generalsekreterare
    [NATO] generalsekreterare
    [OSCE] generalsekreterare
    [OECD] generalsekreterare
    [OIC] generalsekreterare
    [GCC] generalsekreterare
    [LAS] generalsekreterare
    [Commonwealth] generalsekreterare
    [CoE] generalsekreterare
    [OAS] generalsekreterare
    [PIF] generalsekreterare
    [SCO] generalsekreterare
    [CARICOM] generalsekreterare
    [SAARC] generalsekreterare
    [BIMSTEC] generalsekreterare
    [CICA] generalsekreterare
    [CSTO] generalsekreterare
    [OTS] generalsekreterare
    [OPEC] generalsekreterare
    [EFTA] generalsekreterare
    [UfM] generalsekreterare
    [IMO] generalsekreterare
    [ITU] generalsekreterare
    [ICAO] generalsekreterare
    [WMO] generalsekreterare
    [UNCTAD] generalsekreterare
    [Interpol] generalsekreterare
    [WTO] generaldirektör
    [WHO] generaldirektör
    [FAO] generaldirektör
    [ILO] generaldirektör
    [UNESCO] generaldirektör
    [IAEA] generaldirektör
    [WIPO] generaldirektör
    [UNIDO] generaldirektör
    [IOM] generaldirektör
    [OPCW] generaldirektör
    [IRENA] generaldirektör
    [ICRC] ordförande
    [UNHCR] högkommissarie
    [EU] ledare
   *[other] chef
}
office-official = företrädare
office-spouse = ledarhustru eller ledarmake

## Ämnen. `.field` är formen efter ”inom”, där den är en annan.

topic-trade = handel
topic-investment = investeringar
topic-finance = finanser
topic-development-aid = bistånd
topic-infrastructure = infrastruktur
topic-transport = transporter
topic-energy = energi
topic-climate = klimat
topic-environment = miljö
topic-science-technology = forskning och teknik
topic-digital = digitalisering
topic-semiconductors = halvledare
    .field = halvledarindustrin
topic-education = utbildning
topic-labour = arbetskraft
    .field = arbetsmarknadsområdet
topic-tourism = turism
topic-culture = kultur
topic-people-to-people = folkligt utbyte
topic-health = hälsa
topic-agriculture = jordbruk
topic-fisheries = fiske
topic-defence = försvar
topic-security = säkerhet
topic-crime-terrorism = brottsbekämpning
topic-border = gränsfrågor
    .field = gränsområdet
topic-maritime = havsfrågor
    .field = det maritima området
topic-peace-conflict = fred och konfliktlösning
topic-war-legacy = krigets följder
    .field = arbetet med krigets följder
topic-diaspora = diasporafrågor
    .field = diasporaområdet
topic-consular = konsulära frågor
    .field = det konsulära området
topic-legal = rättsliga frågor
    .field = rättsområdet
topic-human-rights = mänskliga rättigheter
topic-multilateral = multilaterala frågor
    .field = multilaterala organ
topic-regional = regionala frågor
    .field = regionen
topic-visits = besöksutbyte
topic-relations = de bilaterala förbindelserna
    .field = de bilaterala förbindelserna
topic-protocol = protokollära frågor
    .field = protokollära frågor
topic-humanitarian = humanitära frågor
    .field = det humanitära området
topic-party-relations = partiförbindelser
investment-in = investeringar i { $topics }

## Slag av händelser: flertal för tabeller, ental för det som väntar

kind-meeting = möten
    .one = möte
    .the = mötet
kind-call = telefonsamtal
    .one = telefonsamtal
    .the = telefonsamtalet
kind-visit = besök
    .one = besök
    .the = besöket
kind-consultation = samråd
    .one = samråd
    .the = samrådet
kind-conference = konferenser
    .one = konferens
    .the = konferensen
kind-message = budskap
    .one = budskap
    .the = budskapet
kind-signing = undertecknanden
    .one = undertecknande
    .the = undertecknandet
kind-statement = uttalanden
    .one = uttalande
    .the = uttalandet
kind-event = evenemang
    .one = evenemang
    .the = evenemanget
kind-publication = publikationer
    .one = publikation
    .the = publikationen

## Vem mötte vem. När dagen är känd står den först, och verbet före subjektet.

in-place = i { $place }
at-occasion = i samband med { $occasion }
same-day = samma dag
same-days = samma dagar
dated-otherwise = ({ $when } enligt { $source })
forum = { $name }
session-of = { $name } (nr { $n })
meeting-of = ett möte med { $body }
fact-meeting = { $dated ->
    [yes] { $when } sammanträffade { $a }
   *[no] { $a } sammanträffade
} med { $b } { $where } { $occasion } { $note }.
fact-meeting-alone = { $dated ->
    [yes] { $when } höll { $a }
   *[no] { $a } höll
} ett möte { $where } { $occasion } { $note }.
fact-call = { $dated ->
    [yes] { $when } talade { $a }
   *[no] { $a } talade
} i telefon med { $b } { $note }.
fact-call-alone = { $dated ->
    [yes] { $when } förde { $a }
   *[no] { $a } förde
} ett telefonsamtal { $note }.
fact-visit = { $dated ->
    [yes] { $when } besökte { $a }
   *[no] { $a } besökte
} { $place } { $occasion } { $note }.
fact-visit-body = { $dated ->
    [yes] { $when } genomförde { $a }
   *[no] { $a } genomförde
} ett besök med anknytning till { $b } { $occasion } { $note }.
fact-visit-alone = { $dated ->
    [yes] { $when } genomförde { $a }
   *[no] { $a } genomförde
} ett besök { $occasion } { $note }.
fact-consultation = { $dated ->
    [yes] { $when } höll { $a }
   *[no] { $a } höll
} samråd med { $b } { $where } { $occasion } { $note }.
fact-consultation-session = { $dated ->
    [yes] { $when } höll { $a }
   *[no] { $a } höll
} den { $ordinal } samrådsomgången med { $b } { $where } { $note }.
fact-consultation-alone = { $dated ->
    [yes] { $when } höll { $a }
   *[no] { $a } höll
} samråd { $where } { $occasion } { $note }.
fact-conference = { $dated ->
    [yes] { $when } deltog { $a }
   *[no] { $a } deltog
} i { $name } { $where } { $note }.
fact-conference-some = { $dated ->
    [yes] { $when } deltog { $a }
   *[no] { $a } deltog
} i en konferens med { $b } { $where } { $occasion } { $note }.
fact-conference-alone = { $dated ->
    [yes] { $when } deltog { $a }
   *[no] { $a } deltog
} i en konferens { $where } { $occasion } { $note }.
fact-message = { $dated ->
    [yes] { $when } sände { $a }
   *[no] { $a } sände
} ett budskap till { $b } { $note }.
fact-message-alone = { $dated ->
    [yes] { $when } sände { $a }
   *[no] { $a } sände
} ett budskap { $note }.
fact-signing = { $dated ->
    [yes] { $when } undertecknade { $a }
   *[no] { $a } undertecknade
} { $what } { $where } { $occasion } { $note }.
fact-level = { $begun ->
    [yes] { $dated ->
        [yes] { $when } upprättade { $a }
       *[no] { $a } upprättade
    } { $level }
   *[no] { $dated ->
        [yes] { $when } höjde { $a }
       *[no] { $a } höjde
    } sina förbindelser till nivån { $level }
} { $where } { $occasion } { $note }.
fact-turn = { $turn ->
    [broken-off] { $dated ->
        [yes] { $when } bröt { $a }
       *[no] { $a } bröt
    } de diplomatiska förbindelserna med { $b }
    [suspended] { $dated ->
        [yes] { $when } suspenderade { $a }
       *[no] { $a } suspenderade
    } de diplomatiska förbindelserna med { $b }
    [lowered] { $dated ->
        [yes] { $when } sänkte { $a }
       *[no] { $a } sänkte
    } nivån på förbindelserna med { $b }
    [recalled] { $dated ->
        [yes] { $when } kallade { $a }
       *[no] { $a } kallade
    } hem sin ambassadör från { $b }
   *[restored] { $dated ->
        [yes] { $when } återupptog { $a }
       *[no] { $a } återupptog
    } förbindelserna med { $b }
} { $note }.
fact-turn-joint = { $turn ->
    [broken-off] { $dated ->
        [yes] { $when } bröt { $a }
       *[no] { $a } bröt
    } sina diplomatiska förbindelser
    [suspended] { $dated ->
        [yes] { $when } suspenderade { $a }
       *[no] { $a } suspenderade
    } sina diplomatiska förbindelser
    [lowered] { $dated ->
        [yes] { $when } sänkte { $a }
       *[no] { $a } sänkte
    } nivån på sina förbindelser
    [recalled] { $dated ->
        [yes] { $when } kallade { $a }
       *[no] { $a } kallade
    } hem sina ambassadörer
   *[restored] { $dated ->
        [yes] { $when } återupptog { $a }
       *[no] { $a } återupptog
    } sina förbindelser
} { $note }.
signed-document = { $joint ->
    [yes] en överenskommelse
   *[no] ett dokument
}
fact-statement = { $dated ->
    [yes] { $when } uttalade sig { $a }
   *[no] { $a } uttalade sig
} { $about } { $where } { $occasion } { $note }.
stated-about = om { $topics }
fact-event = { $dated ->
    [yes] { $when } deltog { $a }
   *[no] { $a } deltog
} i ett evenemang tillsammans med { $b } { $where } { $occasion } { $note }.
fact-event-alone = { $dated ->
    [yes] { $when } deltog { $a }
   *[no] { $a } deltog
} i ett evenemang { $where } { $occasion } { $note }.
fact-publication = { $dated ->
    [yes] { $when } offentliggjorde { $a }
   *[no] { $a } offentliggjorde
} en text { $note }.

## Vad som sades

they-two = de båda sidorna
they-many = parterna
they-again = de
it-again = { $party ->
    [EU] unionen
   *[other] { $organisation ->
        [yes] organisationen
       *[no] landet
    }
}
agreement-field = { $who } enades om samarbete inom { $field }.
agreement-named = { $who } enades om fortsatt arbete med { $named }.
agreement-session = { $who } enades om att förbereda det { $ordinal } mötet i sin samarbetsmekanism.
agreement-relations = { $who } enades om att fördjupa sina förbindelser.
agreement-visits = { $who } enades om fortsatt besöksutbyte.
agreement-regional = { $who } enades om fortsatt samordning i regionala och internationella frågor.
agreement-level = { $begun ->
    [yes] { $who } enades om att upprätta { $level }.
   *[no] { $who } enades om att höja sina förbindelser till nivån { $level }.
}
raised-level = { $begun ->
    [yes] { $who } upprättade { $level } med { $whom }.
   *[no] { $who } höjde förbindelserna med { $whom } till nivån { $level }.
}
wish-level = { $begun ->
    [yes] { $who } vill upprätta { $level }.
   *[no] { $who } vill höja förbindelserna till nivån { $level }.
}
turn = { $turn ->
    [broken-off] bryta de diplomatiska förbindelserna
    [suspended] suspendera de diplomatiska förbindelserna
    [lowered] sänka nivån på förbindelserna
    [recalled] kalla hem ambassadörerna
   *[restored] återuppta förbindelserna
}
turn-with = { $turn ->
    [broken-off] bryta de diplomatiska förbindelserna med { $whom }
    [suspended] suspendera de diplomatiska förbindelserna med { $whom }
    [lowered] sänka nivån på förbindelserna med { $whom }
    [recalled] kalla hem ambassadörerna från { $whom }
   *[restored] återuppta förbindelserna med { $whom }
}
turned = { $who } { $turn ->
    [broken-off] bröt de diplomatiska förbindelserna med { $whom }
    [suspended] suspenderade de diplomatiska förbindelserna med { $whom }
    [lowered] sänkte nivån på förbindelserna med { $whom }
    [recalled] kallade hem sin ambassadör från { $whom }
   *[restored] återupptog förbindelserna med { $whom }
}.
turned-alone = { $who } { $turn ->
    [broken-off] bröt de diplomatiska förbindelserna
    [suspended] suspenderade de diplomatiska förbindelserna
    [lowered] sänkte nivån på förbindelserna
    [recalled] kallade hem sin ambassadör
   *[restored] återupptog förbindelserna
}.
agreement-turn = { $who } enades om att { $deed }.
wish-turn = { $who } vill { $deed }.
wish-field = { $who } vill fördjupa samarbetet inom { $field }.
wish-named = { $who } vill föra arbetet med { $named } framåt.
wish-session = { $who } vill förbereda det { $ordinal } mötet i sin samarbetsmekanism.
wish-relations = { $who } vill fördjupa sina förbindelser.
wish-visits = { $who } vill fortsätta utbytet av besök.
wish-regional = { $who } vill fortsätta att samordna sig i regionala och internationella frågor.
target-trade = Målet är en handel på { $amount } { $by }.
target-investment = Målet är investeringar på { $amount } { $by }.
target-other = Målet inom { $field } är { $amount } { $by }.
target-bare = Målet är { $amount } { $by }.
target-by = till { $date }
support-candidacy = { $who } gav { $whose } kandidatur till { $body } sitt stöd.
support-candidacy-years = { $who } gav { $whose } kandidatur till { $body } för { $years } sitt stöd.
support-candidacy-noted = { $who } noterade { $whose } kandidatur till { $body }.
support-candidacy-noted-years = { $who } noterade { $whose } kandidatur till { $body } för { $years }.
support-field = { $who } uttalade stöd för { $whom } inom { $field }.
support-named = { $who } uttalade stöd för { $named }.
support-alone = { $who } uttalade stöd för insatser inom { $field }.
support-bare = { $who } uttalade stöd för { $whom }.
invitation = { $who } bjöd in { $guest } till ett besök.
next-session = Härnäst väntar det { $ordinal } mötet { $when }.
next-named = Nästa steg gäller { $named } { $when }.
next-about = Nästa steg gäller { $about } { $when }.
next-date = Nästa steg väntas { $when }.
request = { $who } framförde önskemål till { $whom } om { $about }.
request-alone = { $who } framförde önskemål om { $about }.
request-named = { $who } tog upp { $named } med { $whom }.
request-named-alone = { $who } tog upp { $named }.
request-level = { $begun ->
    [yes] { $who } föreslog { $whom } att upprätta { $level }.
   *[no] { $who } föreslog { $whom } att höja förbindelserna till nivån { $level }.
}
request-level-alone = { $begun ->
    [yes] { $who } föreslog { $level }.
   *[no] { $who } föreslog att förbindelserna höjs till nivån { $level }.
}
request-turn = { $who } uppmanade { $whom } att { $deed }.
request-turn-alone = { $who } förordade att { $deed }.
request-candidacy = { $who } bad { $whom } om stöd för sin kandidatur till { $body }.
request-candidacy-years = { $who } bad { $whom } om stöd för sin kandidatur till { $body } för { $years }.
hope = { $who } hoppades på framsteg inom { $field }.
hope-named = { $who } hoppades på framsteg i fråga om { $named }.
pledge = { $who } utlovade stöd till { $whom } inom { $field }.
pledge-alone = { $who } utlovade insatser inom { $field }.
pledge-named = { $who } lovade att verka för { $named }.
pledge-relations = { $who } lovade att utveckla förbindelserna med { $whom }.
ready = { $who } förklarade sig redo att samarbeta med { $whom } inom { $field }.
ready-alone = { $who } förklarade sig redo till insatser inom { $field }.
ready-named = { $who } förklarade sig redo att arbeta vidare med { $named }.
ready-relations = { $who } förklarade sig redo att utveckla förbindelserna med { $whom }.
position = { $who } redogjorde för sin syn på { $about }.
assessment = { $who } tog upp utvecklingen inom { $field }.
assessment-relations = { $who } uttalade sig om förbindelsernas utveckling.
courtesy = { $who } framförde hälsningar och tack till { $whom }.
courtesy-alone = { $who } framförde hälsningar och tack.
discussed = { $who } diskuterade { $about }.

## Ärenden

matter-level = { $begun ->
    [yes] { $level } mellan { $parties }
   *[no] förbindelser mellan { $parties } på nivån { $level }
}
matter-turn = { $turn ->
    [broken-off] brytandet av de diplomatiska förbindelserna mellan { $parties }
    [suspended] suspenderingen av de diplomatiska förbindelserna mellan { $parties }
    [lowered] sänkningen av nivån på förbindelserna mellan { $parties }
    [recalled] hemkallandet av ambassadörer mellan { $parties }
   *[restored] återupptagandet av förbindelserna mellan { $parties }
}
matter-candidacy = kandidaturen till { $body }
matter-candidacy-years = kandidaturen till { $body } { $years }
matter-candidacy-of = { $whose } kandidatur till { $body }
matter-candidacy-of-years = { $whose } kandidatur till { $body } { $years }
matter-target = målet om { $amount } mellan { $parties }
matter-target-alone = { $genitive } mål om { $amount }
matter-session = det { $ordinal } mötet mellan { $parties }
matter-invitation = { $genitive } inbjudan till { $guest }
matter-topic = samarbete inom { $field } mellan { $parties }
matter-step = nästa steg i fråga om { $about } mellan { $parties }
matter-step-alone = { $genitive } nästa steg
matter-other = nästa steg mellan { $parties }
state-open = frågan är öppen
state-acknowledged = motparten har noterat saken
state-agreed = parterna är överens
state-delivered = saken är genomförd
state-lapsed = tiden har gått ut
state-replaced = ersatt av ett nytt mål
matter-line = { $matter }: { $state }, senast på tal den { $last }.
matter-line-due = { $matter }: { $state }, senast på tal den { $last }, väntas { $due }.
matter-due = { $matter }: väntas { $due }.
coming-matter = { $date }: { $matter }.
anniversary = { $date }: { $years ->
    [1] ettårsdagen
    [5] femårsdagen
    [10] tioårsdagen
   *[other] { $years }-årsdagen
} av att { $parties } undertecknade { $what }.
anniversary-level = { $date }: { $years ->
    [1] ettårsdagen
    [5] femårsdagen
    [10] tioårsdagen
   *[other] { $years }-årsdagen
} av { $begun ->
    [yes] att { $level } upprättades mellan { $parties }
   *[no] att { $parties } höjde sina förbindelser till nivån { $level }
}.
dated-line = { $date }: { $sentence }

## Översikten

digest-title = Utrikespolitisk översikt
digest-title-for = { $genitive } utrikespolitik
section-leaders = Landets ledning
section-leaders-all = Ländernas ledning
section-minister = Utrikesministern
section-ministers = Utrikesministrar
section-bilateral = Bilaterala kontakter
section-multilateral = Multilaterala kontakter
section-other = Övrig verksamhet
section-coming = Framöver
pair = { $a } och { $b }
empty-period = Registret har ingenting om denna period.
upcoming = { $when }: { $way ->
    [with] { $kind } med { $parties }
    [between] { $kind } mellan { $parties }
   *[of] { $kind } ({ $parties })
}.
upcoming-visit = { $when }: { $a } besöker { $place }.
upcoming-forum = { $when }: { $name }.
notes-heading = Källor
foot = Sammanställt ur registret: { $engagements ->
    [one] { $engagements } händelse
   *[other] { $engagements } händelser
} enligt { $documents ->
    [one] { $documents } dokument
   *[other] { $documents } dokument
}.
foot-left-out = { $n ->
    [one] En uppgift som bara nämns i förbigående eller är osäker har utelämnats.
   *[other] { $figure } uppgifter som bara nämns i förbigående eller är osäkra har utelämnats.
}
foot-gaps = Namn som saknas på svenska: { $names }.

## Kalender och flöden

event-of = { $parties }: { $kind }
event-dated = { $event }, { $date }
category-due = kommande
feed-subject = { $title }: { $query }

## Underlaget

brief-title = Underlag: { $a } och { $b }
brief-title-person = Underlag: { $name }
brief-subtitle = Läget den { $date }
brief-who = Personer
brief-last-met = Senaste kontakter
brief-relations = Förbindelserna i dag
brief-they-asked = Vad { $b } har bett om
brief-we-asked = Vad { $a } har bett om
brief-pledged = Vad { $a } har utlovat
brief-they-pledged = Vad { $b } har utlovat
brief-open = Öppna ärenden
brief-level = { $begun ->
    [yes] Parterna har { $level } { $since }.
   *[no] Förbindelserna ligger på nivån { $level } { $since }.
}
brief-turn = { $turn ->
    [broken-off] De diplomatiska förbindelserna bröts { $when }.
    [suspended] De diplomatiska förbindelserna suspenderades { $when }.
    [lowered] Nivån på förbindelserna sänktes { $when }.
    [recalled] En ambassadör kallades hem { $when }.
   *[restored] Förbindelserna återupptogs { $when }.
}
level-since = { $precision ->
    [day] sedan den { $date }
   *[other] sedan { $date }
}
brief-next = Kommande möten och årsdagar
brief-differs = Där uppgifterna skiljer sig
brief-over-time = Över tid
brief-no-contact = Registret har inga kontakter mellan { $a } och { $b }.
brief-nothing = Registret har inga kontakter med { $name }.
more-of-it = { $n ->
    [one] Ytterligare en finns i registret.
   *[other] Ytterligare { $figure } finns i registret.
}
more-at-least = { $n ->
    [one] Minst en till finns i registret.
   *[other] Minst { $figure } till finns i registret.
}
more-contacts = { $n ->
    [one] Ytterligare en kontakt finns i registret.
   *[other] Ytterligare { $figure } kontakter finns i registret.
}
tenure = { $many ->
    [ministers] { $name }, { $office } i { $genitive } regering, i registret { $dates }.
    [leaders] { $code ->
        [VN] { $name }, { $genitive } { $office }, i registret { $dates }.
        [LA] { $name }, { $genitive } { $office }, i registret { $dates }.
        [CN] { $name }, { $genitive } { $office }, i registret { $dates }.
        [KP] { $name }, { $genitive } { $office }, i registret { $dates }.
       *[other] { $name }, { $office } i { $party }, i registret { $dates }.
    }
    [officials] { $name }, { $office } för { $party }, i registret { $dates }.
   *[no] { $name }, { $genitive } { $office }, i registret { $dates }.
}
became-of = Läget: { $state }.
spellings = Namnet skrivs även { $names }.
differs-date = Datum för { $what }: { $values }.
differs-kind = Slag av händelse – { $what }: { $values }.
differs-country = Land för { $what }: { $values }.
differs-city = Ort för { $what }: { $values }.
value-by = { $value } enligt { $source }
what-of = { $kind } mellan { $parties }
chart-timeline = Kontakter och öppna ärenden över tid
chart-timeline-heard = Öppna ärenden, senast omnämnda
chart-timeline-due = Öppna ärenden, förfaller
chart-timeline-alternative = { $n ->
    [1] Den enda kontakten i registret ägde rum { $to }.
   *[other] Den första kontakten i registret ägde rum { $from } och den senaste { $to }; totalt är de { $figure }.
}

## Årsöversikten

review-title = Utrikespolitisk återblick
review-title-for = { $genitive } utrikesförbindelser
review-figures = I siffror
review-partners = Partner
review-firsts = Första kontakter
review-agreements = Överenskommelser
review-levels = Förändrade förbindelser
review-targets = Mål
review-positions = Uppdrag i organisationer
review-topics = Ämnen
review-coverage = Underlagets täckning
column-kind = Slag
column-number = Antal
column-direction = Riktning
column-rank = Högsta nivå
column-channel = Kanal
column-partner = Partner
column-topic = Ämne
column-before = Före
column-now = Denna period
column-change = Förändring
column-what = Uppgift
direction-out = Besök i utlandet
direction-in = Besök i hemlandet
direction-other = Besök utan känd plats
channel-party = Parti
channel-government = Regering
channel-parliament = Parlament
channel-people = Folkrörelser
channel-business = Näringsliv
channel-other = Övriga
caption-kinds = Kontakter efter slag
caption-directions = Besök efter riktning
caption-ranks = Kontakter efter högsta deltagande nivå
caption-channels = Kontakter efter kanal
caption-partners = De vanligaste parterna
caption-topics = Ämnen jämfört med föregående period
caption-coverage = Vad återblicken vilar på
chart-months = Kontakter per månad
chart-months-alternative = Flest kontakter, { $n }, ägde rum i { $month }.
chart-partners = Parter per månad
chart-partners-alternative = Flest kontakter, { $n }, gäller { $party }.
chart-network = Vilka som möter vilka
chart-network-alternative = Starkast band, { $n } kontakter, har { $a } och { $b }.
chart-topics = Ämnen per månad
chart-topics-alternative = Det vanligaste ämnet är { $topic }.
coverage-accounts = Skildringar i dokument
coverage-engagements = Händelser
coverage-silent = Dagar utan källa
coverage-disputes = Händelser med olika uppgifter

## Jämförelsen

compare-title = Skildringar av samma händelse
compare-facts = Händelsen
compare-both = Sägs av alla
compare-some = Sägs av flera, men inte av alla
compare-only = Sägs bara av { $source }
compare-differently = Sägs olika
compare-one-source = Händelsen har bara en källa.
says = { $source }: { $sentence }
rank-other = Övriga
