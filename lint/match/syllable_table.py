"""Syllables of common words that the rules get wrong; derived from the CMU Pronouncing Dictionary.

Written by ``bench/syllables.py``. The dictionary's licence covers this table:
"""

# Copyright (C) 1993-2015 Carnegie Mellon University. All rights reserved.
#
# Redistribution and use in source and binary forms, with or without
# modification, are permitted provided that the following conditions
# are met:
#
# 1. Redistributions of source code must retain the above copyright
#    notice, this list of conditions and the following disclaimer.
#    The contents of this file are deemed to be source code.
#
# 2. Redistributions in binary form must reproduce the above copyright
#    notice, this list of conditions and the following disclaimer in
#    the documentation and/or other materials provided with the
#    distribution.
#
# This work was supported in part by funding from the Defense Advanced
# Research Projects Agency, the Office of Naval Research and the National
# Science Foundation of the United States of America, and by member
# companies of the Carnegie Mellon Sphinx Speech Consortium. We acknowledge
# the contributions of many volunteers to the expansion and improvement of
# this dictionary.
#
# THIS SOFTWARE IS PROVIDED BY CARNEGIE MELLON UNIVERSITY ``AS IS'' AND
# ANY EXPRESSED OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO,
# THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR
# PURPOSE ARE DISCLAIMED.  IN NO EVENT SHALL CARNEGIE MELLON UNIVERSITY
# NOR ITS EMPLOYEES BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL,
# SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT
# LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE,
# DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY
# THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT
# (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
# OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.

EXCEPTIONS = {
    1: """
aired aisle aisles bowled bowles chaired chiang claire crawled ct digges dire dower dr drawer duane faire
faires foret freda geoff growled haired huang hz ire isles juan lb liang ln maher mc meagher mire mired ms
mt ng nth paired piqued plagued priest shire shires spire st swire warez wyden
""",
    2: """
ac acne acre acres admire admires agnes ahmed alfred alves andre andres ap argue argues armoire aspire
assuage aug av averaged awesome awfully ba backfire baier baseball bauer bayer bayesian beebe belge bellevue
berkeley bette beyer bloodshed bluish boise boredom brandl breyer brian bridegroom bridesmaid bridgeport
brilliance brilliant bryan bryant bryon buffeted buick buoy buoyed business buyer buyers buying byars byers
cadres cafe cafes catholic catholics cds ce cement centre centres ceres chaos charleston chile chloe
chocolate chocolates choir chokehold clement cloying cmos coates codebase coen coerce coerced colonel
comeback comebacks cordial cortes critiqued croat croats crooked crossfire cruel cspan cushion cushions cyan
dante daphne debuted delisle demand demands desperate devilish diamond diamonds diet diets dismal dismay
dismayed dismiss dismissed dissuade dour dovetail dreyer driveway duels duet duets dulles dungeons duo dyer
edgewood elsewhere embed eon eu evening evenings expire expired eyeballs eyebrow eyebrows eyeing eyesight
facebook facedown falsehood falsehoods farewell fashion fashioned fatigued feingold firestorm firewall
fivefold flatbed fliers flores flour fluent fluid fluids forebears forecast forecasts forefront foregone
forehead foremost foresee foreseen foresees foreskin forestall foretell forewarned foreword forte foyer
frederic frederick freer frontier fruiting fuel fueled fuels gainesville gameplay gameshow gateway gateways
genre genres geoffrey georg georgetown geyer giant giants gimme giuffre gmail goa goers graveyard guideposts
hades hampshire hatred haydn headaches heer heisman hellfire henceforth hereby hermes hier homegrown
homemade homepage homestead homesteads hometown hometowns hopefuls horseback horseshoe hotbed hour hours
houseguest household households housewife hundred ia iain ian ibn ids impaired inquire inspire inspires
interest interests intrigued io ion ions ios ip ismail jaime janesville jared jefferies jesse joann joanne
joel joey jorge jose juarez judgeship jukebox julia katharine kente kiev kmart kuala lakefront lakewood laos
lauer layer layered layers laying leann lebed leicester leon leonard liar liars lifeboat lifelong lifespan
lifespans lifestyle lifestyles lifetime lifetimes likewise limelight linkedin lion lions livestock lodestar
lois louis louise louvre luis lukewarm lyon madre makeshift manfred maoist maybe mayer mcbride mccabe mccain
mccall mccaul mcclean mccool mccord mccoy mcduff mcfaul mcgee mcgill mcgraw mcgurk mchugh mckeague mckee
mclean medved mendes metre metres meyer meyers milestone milestones mismatch mismatched mitre monte mores
moshe mpeg mrs myers naive naked namesake neon ngo ngos nietzsche nike nineteenth ninety noah nosedive
notebook notebooks notre oj ok omelet oneself opera operas our ours padre paean paeans pai payer paying pcs
peacetime peres persuade petr peugeot piecemeal pierre pigeons pius platelet platelets platinum player
players playing poem poems poet poets ponce porsche posse praying preempt preying princeton privilege
privileged pruitt pryor pyre quiet quiets ragged raoul react reacts rely rename renamed repaired repr retire
retired retires reuse reused rework reworked reyes rhythm rhythms risque riyadh rosemont rosewood rugged
ruiz ryan sacred saeed safeguard safeguards safety salesman savior sayed saying sayings scapegoat scapegoats
scarecrow science scion scorecard scour seismic sese several sgt shakespeare shareware shrewsbury sichuan
sidebar sidestep sidewalk sidewalks sideways sinuous skateboard slaying soares soldier someday somehow
somewhat sour soured sovereign spaceship spaceships spectre spokesman spokesmen statehood statehouse
statesman statesmen statewide staying steyer stoic stonehenge stonehouse stonewall suez sumptuous surgeons
svp tele terre thereby thereof thereto thier tilde timeframe timezone torres trademark trademarked tradeoff
tradeoffs tradesmen trendier triage triumph triumphs tumblr tvs typeface ui uk urquhart usenet uv vaguely
vagueness vampire vampires vian viceroy vineyard visuals voicemail voltaire wakefield warehouse wavelength
wavelengths wednesday weingart weisman wellesley werewolves whereby whitehouse whitewashed wholesale
whorehouse wicked widespread william williams wiltshire worcester xbox xers xtra yorkshire yuletide zoe
""",
    3: """
aaa aba abc abcs abs achilles acm acquiesced acreage adlai adobe adrian aegean affluent afl aguirre aida
albeit alien aliens allele alleles allende amc amd andrea angeles anime annoying anyone aol apache api
aqueous archaic archetypal area areas ariel aryan atheist atheists atm atp auerbach australia austrian
averages averaging avian baffling barriers battling beautifully beforehand behavior behaviors berea berlioz
betraying beverages billionaire billionaires blasio boggling boolean bosnia bosnian boyington brilliantly
bristling bubbling bundling bungling burgeoning busiest businesses businessman businessmen bustling byu
cackling calcium caregiver caregivers carelessly carelessness caretakers carriers casale casio caveat
caveats cea ceasefire cecelia cecilia celsius cemented cementing ceo cesare cesium cfo cgi changeovers
chaotic charisma charlottesville cheeseburger chihuahua chromium cia cio cit ciudad cmu coalesce coalesced
coauthors coercing coercion coercive coexist coincide coincides collegiate complement complements confluence
congruent convenience convenient conveying copier copiers correa courier cpu craziest crimea crippling
critiquing croatian crumbling cyanide cyclades cycling damian damien dangling danielle daredevil dazzling
debian decorative delaying demanded demanding demeyer denial denials deploying derbyshire destroyer
destroyers destroying devour diary diego differently dioceses dismantle dismantled dismember dismissal
dismisses dismissing dismissive displaying disquiet diurnal dmitri dna doable dolores doonesbury doubling
downplaying dozier dvds dwindling easier easiest eberle ebullient ecuador eduardo elaborate element elements
eliot elliott embryo embryos employer employers employing enjoying ennui enrique epa especially euphrates
everyday everything everywhere eyeglasses eyewitness fabian familial fancier faneuil fayetteville fbi fda
fealty fesler fiance fiery figurehead fijian fijians finale firearm firearms firefighter firepower flavius
folio foreboding forecasters foreclosure foreclosures foregoing forerunner foreshadow foreshadowed fumbling
gabriel gabrielle gambling garcia gatekeeper gautier gentleman gentlemen gideon giggling giglio gillian
giorgio giulio giuseppe gonzales gordian grotesquely grueling grumbling guardian guardians habeas hadrian
haggling haranguing hawaii hawaiian hbo healthier healthiest heavier heaviest hebrides heidler helium
hercules hernia heroic heroin heroine hesiod hisao hiv hobbling hobbyist holdren homecoming homemaker
homeowners hopelessly housekeeping huddling hufbauer humbler humbling humphries hyena ibm idea ideas idling
igneous ikea imagery implement implements impoverished increment increments indian indians influence
influenced ingenious interested interesting intriguing iodine iota iowa iowans ireland irs israel javier
jesuit jillian joachim joanna jockeying johannes josiah juanita juggling julian julien juliet kafkaesque
kellyanne korea korean koreans kuchler lagarde landauer laplante larose latvian laureate lawrenceville
layering leniency leopold lesbian lesbians leveraging libya libyan libyans lifecycle lifesaving likelihood
lineage linear lionel lithium lobbyist lobbyists loggia louella louisa louisville luigi machete macias
madeline magnolia makeover mangling mania maniacs marian marius maryanne massacre massacres massieu
matriarch mba mcadam mcadams mcaloon mcatee mcauliffe mccaffrey mccarthy mccartney mccaskill mcclellan
mcclelland mcconnell mccreery mccrory mccullough mccurley mcdermott mcdonald mcdonough mcfadden mcgeary
mcgibbon mcginley mcginty mcgoldrick mcgovern mcinturff mcintyre mckinley mckinnon mckinsey mclaughlin
mcmanus mcmillan mcmorris mcmullen meandered meddling median medium mediums mercedes messiah messier meteor
middleman millionaire millionaires minoan minuet mismatches mit moammar mohamed mohammed mondrian monier
montgomery montreal moreover mosaic mri muddling museum museums myopic nadler naoki natalia nausea naysayer
nba neophyte newlywed niacin nibbling niemeyer nogales noteworthy novoa nuclear nucleus oasis obliquely
ochoa opium orleans orpheus ourselves outliers paccione pancreas pantheon paredes parliament parthian
passageway patio patriarch patriarchs peacefulness peacekeepers peacekeeping peacemaker peacemakers peddling
perseus persuaded persuading persuasion persuasive petrone pga philippe phineas phrygian pickler piddling
pietro pigeonholed piraeus pliocene podium poetic poetry polio pontiac portraying posterior powerfully
preamble premium premiums preponderance principally privileges proactive promiscuous puzzlement puzzling
questionnaire questionnaires quieted quieter quietly quixote radius rafael raphael ratio rca reacted
reacting reaction reactions reactive reactor reactors reaffirm reaffirmed reaffirms realise realised realist
realists realize realized realtime realtors realty reappeared reappears reapply rearrange rearranged
reassess reassign reassigned reassure reassured reassures rebellious recipe recipes recovery recruiting
reemerged reforest reignite reinforce reinforced reinstall reinstate reinvent reinvest reissue relaying
remanded reopen reopened reorder repaying repertoire replaying requiem resilient reunion reusing reworking
rhodium riccio ricocheted rippling rivieres rna roanoke rumblings ruocco rwanda safeguarded safekeeping
salespeople salisbury samoa samuels sarcasm sauerkraut scapegoating scarier scariest scheidler sciences
scientist scientists scrambling seattle semantic semantics serbian settlement settlements settler settling
sexier shakier shamelessly shareholder shareholders sidestepping sierra simpler singling sirius
skateboarding sledgehammer socio socrates sodium soloist sovereignty soviet soviets spangler specialities
spokespeople spokesperson spokeswoman squabbling stadium stadiums stakeholders stapler storekeeper
storekeepers struggling stumbling stygian subtler subtly suicide suicides superfluous supplement supplements
suppliers surveying suu suv suvs syrian syrians tabler tac tadeusz takeover taxpayer taxpayers taxpaying
tedium temperament temperature temperatures theater theaters theatre theatres theora theorist theorists
theorize thespian thoroughbred tijuana timetable tirelessly tiresome tokyo tolkien toppling tremendous
tripling tritium triumphant troublesome troubling tumbling turismo twentieth typecasting typesetting
typewriter typewriters unforeseen uniquely uniqueness urea url urls usa usefulness uss valente valuable
valuables vaseline vegetable vegetables verbiage vicente vieira viejo vienna vietnam vincennes vip visualize
visually voiceover w wannabes warehouses wastewater watershed watling wealthier wealthiest weingarten
wherewithal whitewater whoever wholesaler williamsburg williamson williamsport wobbly worcestershire
wrangling wrestler wyoming zimbabwe
""",
    4: """
accompaniment acquiescing adagio agrarian agribusiness albania albuquerque alexandre algerian algorithm
algorithms amadeus ammonium amplifier antonia antonio anxieties apostrophe apostrophes apprenticeship
apprenticeships aquarium arabians arguable arguably armenia armenian armenians arsenio arthurian asap
assembling assiduously associative assyrians athenian athenians bahamian barbarian barbarians beatified
behavioral belafonte belittling beryllium biennial biosafety bolivian bulgarian bulgarians businesswoman
cagliari calabrese calderone cambodian canadian cardassians caribbean cataclysm catastrophe catastrophes
celestine chameleon charismatic chicagoans coalescing coalition coalitions coefficient coefficients
coexistence coexisting coincided coincidence coincident coliseum collegial colombian colonial columbian
columbians comedian comedians commemorative commingling compendium complemented compusa consortium
constituent constituents continuum contrarian conveniences conveniently cooperate coordinate coordinates
corinthian critically cronyism custodian custodians cynically cytoplasm delineate delineates dementia
desiring deukmejian diabetes diarrhea dielectric dietary dimaggio disabling dismembering disobeying
draconian edinburgh edwardian elaborately elemental emanuel embryonic emmanuel emotionally enabler enabling
entanglements enthusiasts entirely entitlement entitlements epithelial epitome eritrea eritrean erroneous
espn estonia etc ethically european europeans everybody extraneous facsimile fallopian feb figueroa
floridians fluidity fulgencio gabriela generales genitalia gentlemanly geranium gigliotti giovanni
gratuitous guacamole gymnasium harmonium harpootlian herbarium heroism hialeah hideaki hierarchy hinduism
historian historians hungarian hungarians iberian idealized ideation ieee ileana implemented implementing
inconvenience inconvenienced inconvenient incremental incremented influences influencing influential
influenza initiative initiatives inquiries inquiring invaluable ionizing iranian iranians isbn jacksonian
jacobean jingoistic judaism karaoke kentuckian kilometres kostrzewa laboratories laboratory leuenberger
lineages linearly luciano magically magnesium malleable maniacal marijuana masayuki materiels matriarchal
mauricio mcalister mcnamara meandering meridian mesozoic messianic meteoric meteorite microcosm millennia
millennial millennium minutiae misbehavior miyamoto modifier modifiers moldavian mongolian mycenaean
nacional naivete napoleon nationale nauseated nazarian neuroscience nevertheless nigerian nypd occupier
occupiers oceania oceanic officeholders ohioan ohioans olivier orwellian overreact overseer oviedo palladium
palmieri panacea parishioners parisians patriarchate patriarchy pedestrian pedestrians peoria perennial
permeated persuadable peruvian petroleum petunia physically pleonasm plutonian plutonium pollyanna polyandry
portfolio potassium powerpc preeminence preeminent preemptively preexisting proactively pseudoscience
quadrennial qualifier qualifiers reaffirming realises realism realistic realities reality realizes realizing
reallocate reappointed rearmament rearrangement rearranging reassertion reassessing reassignment reassurance
reassuring recycling redoubling reelection reemergence reestablish refueling reignited reimbursement
reinforcements reinforces reinforcing reinstated reinstatement reinstating reinstitute reintroduce
reinvented reinventing reinvention reiterate reopening reordering reorganize reorganized requiring
resembling resettlement reshuffling resiliency retirement retroactive reuniting reusable riviera romania
romanian romanians rumania salvatore samuelson santiago satisfactory scientific sectarian selenium siberian
sicilian sinfonia skeptically slovenia slovenian smithsonian societal societies society sociopath
spontaneous suicidal supplemental supplemented surgically symposium tanzania tasmania technically tennessean
theatrical tiananmen titanium traditionalists tremendously triumphantly triumvirate ukrainian uninterested
unrealized unreasonable uranium ussr utopian vanadium varieties vehemently vestigial victorian vietnamese
vigilante vigilantes visualizing whatsoever wholeheartedly ws yglesias
""",
    5: """
absenteeism algorithmic alienated alienating alienation allegiances ambiguities ambiguity amerindian
amphitheater antiabortion aristophanes auditorium augustinians baccalaureate behaviorally bibliographic
bicentennial bmw ceremonial christianity coincidences coincidental condominium condominiums constituencies
constituency cooperated cooperating cooperation cooperative coordinated coordinating coordination
coordinator coordinators deification delineated delineation disagreeable ecclesiastic echinacea egomaniac
electrically empirically enthusiasm enthusiastic equilibrium erroneously ethiopian ethiopians etiologies
fiduciary gratuitously hagiography historically homogeneous idealistic identifier identifiers implementation
implementations improprieties incendiary incrementally instantaneous intercollegiate intermingling
intracranial intrinsically jeffersonian judiciary kwh libertarian libertarians lithuania lithuanian
louisiana macedonia magnetically maximilian methodically minneapolis miscellaneous mississippians moratorium
multimillionaires myocardial naacp nazionale oregonian overreacting overreaction palestinian palestinians
pandemonium parliamentary patagonian pathetically pecuniary philharmonia photoelectric politically
polyethylene polytheism pomerania proprietary reactivity realistically reallocated reassuringly reawakening
reevaluate reintegration reinterpreted reintroducing reintroduction reinvigorate reiterated reiterating
reiteration reorganizing retaliatory retroactively satisfactorily scandinavian simultaneous singaporean
sociologist sociologists sociology speciality spontaneity statistically subcutaneous subsidiaries subsidiary
subterranean supplementary symbolically temperamentally testimonial testimonials theologian theoretical
thermonuclear undeniable undeniably unfashionable unreality unscientific vegetarian visualization
""",
    6: """
aristotelian authoritarian beneficiaries beneficiary coeducational coincidentally collegiality colonialism
contemporaneous cryptosporidium czechoslovakian ecclesiastical electronically enthusiastically extraordinary
gastrointestinal genealogical geographically geopolitical homogeneity humanitarian impartiality
incrementalism instantaneously intelligentsia intermediaries intermediary internationale macroeconomic
majoritarian malleability mathematically mediterranean mesopotamian meteorologists meteorology
microeconomics microorganisms optimistically peculiarities peculiarity periodically philosophically
physiological reauthorization reexamination reinterpretation reinvigorated reorganization reunification
scientifically simultaneously sociological sovietologists technologically theoretically totalitarian
totalitarians uncooperative uncoordinated unenthusiastic valedictorian
""",
    7: """
confidentiality denuclearization meteorological mineralogically septuagenarian socioeconomic
""",
}
