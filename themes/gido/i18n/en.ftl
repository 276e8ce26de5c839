### Interface texts of the theme "gido", English. vi.ftl has the same keys in the same order.
### Messages without a variable reach the templates as `t.<key>`; those with one are
### formatted by the generator, and the comment above them names the view field they fill.
### Dates inside other messages come formatted with date_day, date_month or date_year.

## Language and addresses

language_name = English
language_vi = Vietnamese
language_en = English
og_locale = en_GB
path_products = products
path_search = search
path_sheet = sheet
path_stars = stars
path_groups = groups
path_places = places
path_producers = producers
path_sales_points = sales-points
path_verify = verify
path_decisions = decisions
path_news = news
path_partners = partners
path_figures = figures
path_offline = offline
path_pages = pages
path_page = page

## Dates, numbers, lists

# every date known to the day; d and mm etc. are text: d = 3, dd = 03, m = 1, mm = 01, month = month_1
date_day = { $d }{ "\u00A0" }{ $month }{ "\u00A0" }{ $yyyy }
# dates known to the month
date_month = { $month }{ "\u00A0" }{ $yyyy }
# dates known to the year
date_year = { $yyyy }
month_1 = January
month_2 = February
month_3 = March
month_4 = April
month_5 = May
month_6 = June
month_7 = July
month_8 = August
month_9 = September
month_10 = October
month_11 = November
month_12 = December
decimal_separator = .
group_separator = ,
# price.amount, package.price; amount = grouped digits
money = VND{ "\u00A0" }{ $amount }
# price.unit; unit = "hộp", "500 g"
money_unit = / { $unit }
# price.per_unit, package.per_unit: price = money, measure = kg, l, 100 g
money_per = { $price }/{ $measure }
# package.net for multiples: count = 20, each = "2 g", total = "40 g"
net_multiple = { $count } × { $each } (total { $total })
# fact values
percent = { $number }%
percent_vol = { $number }% vol
score_points = { $number } points
list_separator = ,{ " " }
# page.title
title_page = { $heading } – { $site }
# page.title of page 2, 3 … of a list
title_paged = { $heading }, page { $page } – { $site }
# breadcrumb and heading suffix of page 2, 3 …
paged = page { $page }

## Counts (count = number for the plural form, number = grouped digits)

# count_text, tile.count_text
products_count = { $count ->
    [one] { $number } product
   *[other] { $number } products
  }
# count_text of producers
producers_count = { $count ->
    [one] { $number } producer
   *[other] { $number } producers
  }
# count_text of places
places_count = { $count ->
    [one] { $number } place
   *[other] { $number } places
  }
# count_text of sales points
sales_points_count = { $count ->
    [one] { $number } sales point
   *[other] { $number } sales points
  }
# count_text of decisions
decisions_count = { $count ->
    [one] { $number } decision
   *[other] { $number } decisions
  }
# home figures[].label; the value stands in its own element
figure_products = { $count ->
    [one] product
   *[other] products
  }
figure_producers = { $count ->
    [one] producer
   *[other] producers
  }
figure_places = { $count ->
    [one] place
   *[other] places
  }
figure_sales_points = { $count ->
    [one] sales point
   *[other] sales points
  }
# figures totals[].label
figure_valid = { $count ->
    [one] product with valid stars
   *[other] products with valid stars
  }
# home figures[].label; stars = 3, 4, 5
figure_stars = { $count ->
    [one] { $stars }-star product
   *[other] { $stars }-star products
  }

## Frame of every page

skip_to_content = Skip to main content
menu = Menu
main_navigation = Main
footer_navigation = Footer
breadcrumb = Breadcrumb
language_switch = Language
home = Home
nav_products = Products
nav_stars = Stars
nav_groups = Groups
nav_places = Places
nav_producers = Producers
nav_sales_points = Where to buy
nav_verify = Check stars
nav_decisions = Recognition decisions
nav_news = News
nav_partners = Partners
nav_figures = Programme figures
nav_offline = Reading offline
publisher = Published by
feed = News feed (Atom)
pagination = Pages of this list
previous_page = Previous page
next_page = Next page
# pager.pages[].label is the bare number; this is its accessible name in pager.pages[].name
page_number = Page { $page }
# site.edition
edition_text = Data as of { $date }
# page.fallback_notice; language and default are language_xx messages
fallback_notice = This page is not available in { $language } yet. The text below is in { $default }.
sources = Sources
illustration = Illustration
illustration_note = Illustration, not a photograph of the actual product.
no_photo = No photo yet
photo_credit = Photo:
gallery = Photographs
gallery_photo = Photograph
gallery_previous = Previous photograph
gallery_next = Next photograph
gallery_zoom = Look closely
gallery_close = Close
see_all = See all
nothing_here = There are no products in this list yet.

## Stars and validity

# stars.label; stars = 3, 4, 5
stars_label = { $stars } stars
# stars.last_known_label: expired, withdrawn or not certain
stars_last_known = Last known rating: { $stars } stars
stars_none = Not rated
potential_five = Potential five-star
# stars.status_text
status_valid = Valid until { $date }
# stars.status_text, the last 90 days
status_expiring = Expiring soon: valid until { $date }
# stars.status_text and stars.expired_text
status_expired = Expired, was valid until { $date }
# stars.status_text
status_withdrawn = Certificate withdrawn, { $date }
status_withdrawn_undated = Certificate withdrawn
status_unknown = Validity not known
status_none = No OCOP certificate
# stars.expired_text where the end is known only to the month or year
status_perhaps_expired = May have expired: was valid until { $date }, exact day not known
# certificates[].status_text of an earlier certificate
status_replaced = Replaced by a later certificate
status_word_valid = Valid
status_word_expiring = Expiring soon
status_word_expired = Expired
status_word_withdrawn = Withdrawn
status_word_unknown = Validity not known
status_word_none = Not certified
# verify.meanings[].text
status_meaning_valid = The certificate is in force. Stars on the pack are right if there are as many as here.
status_meaning_expiring = The certificate is in force, but ends within 90 days.
status_meaning_expired = The term is over. From that day stars may no longer be printed or stuck on the product.
status_meaning_withdrawn = The office that recognised the product took the certificate back before its term.
status_meaning_unknown = There is an earlier rating, but the sources give no date, so nobody can say that it still holds.
# stars.as_of_text
as_of = As of { $date }
# stars.decision_text
decision_line = Decision No. { $number } of { $date }
# stars.decision_text when only the date of recognition is known
recognised_on = Recognised: { $date }
# stars.decision_text when only a list of that date is known
listed_on = In a published list: { $date }
level_district = district level
level_province = provincial level
level_central = central level
# stars.level_text
level_line = Rated at { $level }
criteria_1048 = Criteria of Decision 1048/QĐ-TTg
criteria_148 = Criteria of Decision 148/QĐ-TTg
certification = OCOP certification
certificate_history = Certificates over time
certificate_current = Current
# heading of a stars page
stars_heading = { $stars }-star OCOP products
stars_index_heading = Products by stars
stars_index_lead = Only valid certificates are counted. An OCOP certificate is valid for 36 months.
stars_meaning_5 = Distinctive, of high quality and ready for export; 90 points or more, recognised at central level.
stars_meaning_4 = Distinctive, of good quality and with good access to the market; 70 to under 90 points.
stars_meaning_3 = With a character of its own, production and sales in steady order; 50 to under 70 points.
stars_meaning_unknown = Products with an earlier rating for which it is not known whether the certificate is still valid.
stars_meaning_expired = The certificate has expired or was withdrawn.

## Product

# price.date, package.price_date
price_on = Price of { $date }
price_unknown = No price known
price_note = Prices include taxes, are those published by the producer or shop, and may have changed.
where_to_buy = Where to buy
where_to_buy_link = See where to buy
ask_producer = Ask the producer
product_story = Product story
packages = Pack sizes and prices
package = Pack
package_price = Price
package_per = Price per unit
package_date = Date of price
section_label = From the label
section_making = How it is made
section_standards = Standards and certificates
section_ip = Intellectual property
section_traceability = Traceability
section_service = Services
producer = Producer
place = Where it is made
group = Product group
aliases = Also called
# product.name_other.label: the name in the other language; language = language_xx
name_in = Name in { $language }
sold_at = Sales points
sold_online = Online
exported_to = Exported to
markets = Sold in Việt Nam
no_sales_point = No sales point is known yet. Please ask the producer.
related_products = Related products
permanent_address = Permanent address
permanent_note = Scan the code to come back to this page. The address stays the same when the product or its place is renamed.
# alt text of the QR code: product.qr_label; address = short address
qr_label = QR code leading to { $address }
share = Share
share_facebook = Facebook
share_zalo = Zalo
copy_link = Copy link
link_copied = Copied
product_sheet = Product sheet to print
print_sheet = Print this sheet
back_to_product = Back to the product page
product_code = Product code
# stars-free sheet of an expired product
sheet_not_certified = No stars printed: the certificate is no longer valid.
sheet_not_certain = No stars printed: it is not known whether the certificate is still valid.
sheet_footer = Check the latest stars and validity at

## Paper

path_pack = print
paper = Paper
# page 2 of a sheet, after the name of the product
sheet_continued = (continued)
price_tax = Taxes and fees included.
price_list = Price list
price_list_date = Valid from
price_number = No.
price_product = Product
price_blank = A blank is for a product whose price is not in the catalogue yet; the sales point writes it in.
price_sign = For the sales point
back_to_point = Back to the sales point
# heading of the print pack; name = sales point
pack_heading = Print pack: { $name }
# page.description of the print pack; name = sales point
description_pack = Price list, shelf labels and product sheets to print at { $name }.
pack_plain = Print this page in the browser to get everything once: the price list, shelf labels and product sheets.
pack_what = What to print
pack_labels = Shelf labels
pack_sheets = Product sheets
pack_code = Code on labels
pack_bars = Barcode where there is one
pack_start = First label at position
pack_copies = Copies
pack_products = Products
pack_all = Choose all
pack_none = Choose none
pack_print = Print
pack_pages = pages
pack_link = Print price list, labels, sheets
# stock in the list of labels; count = "3 × 8", size = "63.5 × 33.9"
stock_sheet = A4 sheet, { $count } labels of { $size } mm
stock_roll = Roll of { $size } mm

# file names of published documents
path_labels = labels
path_prices = prices
path_book = catalogue
# links to published documents
sheet_pdf = A4 sheet (PDF)
book_pdf = The catalogue as a book (PDF)

# the counter page of a sales point
path_counter = screen
counter_link = Screen for the counter
# heading; name = sales point
counter_heading = Counter screen: { $name }
# page.description; name = sales point
description_counter = The products sold at { $name }, full-screen on a tablet.
counter_full = Full screen
counter_seconds = Seconds per product
counter_stop = Stop
counter_next = Next

# the book
book_contents = Contents
book_figures = Figures
book_by_stars = Products by stars that are valid
book_by_producer_type = Producers by type
book_other_products = No stars, or validity not known
book_index_places = Index of places
book_index_products = Index of products

## Field labels (product facts, producer facts, sales-point facts)

field_ingredients = Ingredients
field_usage = Directions for use
field_storage = Storage
field_shelf_life = Shelf life
field_warnings = Warnings
field_origin = Origin
field_alcohol = Alcohol
field_nutrition = Nutrition
# caption of the nutrition table; per = "100 g"
field_nutrition_per = Per { $per }
field_energy_kcal = Energy
field_protein_g = Protein
field_carbohydrate_g = Carbohydrate
field_sugars_g = Total sugars
field_fat_g = Fat
field_saturated_fat_g = Saturated fat
field_sodium_mg = Sodium
field_nutrient = Nutrient
field_amount = Amount
field_process = Steps
field_raw_material = Raw material
field_capacity = Output
field_season = Season
field_community = Community
field_awards = Awards and mentions
field_services = Services
field_standards = Standards and certificates
field_ip = Intellectual property
field_traceability = Traceability
field_traceability_code = Trace code
field_traceability_url = Trace page
field_village = Village
field_packages = Packs
field_exports = Exports
field_markets = Sold in Việt Nam
field_online = Online
field_sales_points = Sales points
field_producer_type = Kind of producer
field_brand = Brand
field_founded = Founded
field_members = Members
field_capital = Capital
field_revenue = Revenue
field_address = Address
field_website = Website
field_phone = Telephone
field_email = E-mail
field_operator = Operated by
field_opened = Opened
field_hours = Opening hours
field_offer = Goods sold
field_note = Note
field_former_places = Made up of the former
field_current_places = Today part of
# a standard or certificate in a list; each part follows the name when known
standard_number = no. { $number }
standard_issuer = issued by { $issuer }
standard_issued = issued { $date }
standard_expires = valid until { $date }
ip_registered = registered { $date }

## Names of kinds

standard_food_safety = Food-safety eligibility certificate
standard_self_declaration = Product self-declaration
standard_safe_commitment = Safe-production commitment
standard_vietgap = VietGAP
standard_globalgap = GlobalGAP
standard_gacp_who = GACP-WHO
standard_haccp = HACCP
standard_iso_22000 = ISO 22000
standard_iso_9001 = ISO 9001
standard_halal = Halal
standard_organic = Organic certification
standard_pgs = Participatory guarantee (PGS)
standard_fda = Facility registered with the FDA (United States)
standard_gacc = Registered with China Customs (GACC)
standard_typical_rural_industrial = Typical rural industrial product
standard_other = Other certificate
ip_gi = Geographical indication
ip_certification_mark = Certification mark
ip_collective_mark = Collective mark
ip_trademark = Trademark
producer_type_cooperative = Cooperative
producer_type_cooperative_group = Cooperative group
producer_type_company = Company
producer_type_household = Household business
producer_type_establishment = Production establishment
producer_type_farmers_association = Farmers’ association
producer_type_craft_village = Craft village
producer_type_management_board = Management board
producer_type_other = Other producer
partner_kind_consultancy = Consultancies
partner_kind_agency = Public agencies
partner_kind_design_centre = Design centres
partner_kind_press = Press
partner_kind_other = Other partners

## Product groups (Decisions 919/QĐ-TTg and 148/QĐ-TTg)

group_food = Food
group_food_fresh = Fresh food
group_food_fresh_vegetables = Fresh vegetables, tubers, fruits and nuts
group_food_fresh_meat = Fresh meat, aquatic products, eggs and milk
group_food_raw = Raw and semi-processed food
group_food_raw_grain = Rice, cereals and other semi-processed grains
group_food_raw_honey = Honey and other farm foods
group_food_processed = Processed food
group_food_processed_instant = Fast food
group_food_processed_cereal = Processed rice and cereals
group_food_processed_vegetable = Processed vegetables, tubers, fruits and nuts
group_food_processed_meat = Processed meat, eggs, milk, aquatic products and honey
group_food_spice = Spices and condiments
group_food_spice_sauce = Soy and fish sauces, liquid condiments
group_drink = Beverages
group_drink_tea = Tea
group_drink_tea_other = Herbal teas and other tea products
group_drink_coffee = Coffee and cocoa
group_drink_alcohol = Alcoholic beverages
group_drink_alcohol_spirit = Rice spirit
group_drink_soft = Non-alcoholic beverages
group_drink_soft_water = Mineral and purified drinking water
group_medicinal = Medicinal herbs and herbal products
group_medicinal_functional = Functional food, herbal and traditional medicine
group_medicinal_cosmetic = Herbal cosmetics
group_medicinal_oil = Essential oils and other herbal products
group_craft = Handicrafts
group_craft_household = Household and decorative handicrafts
group_craft_textile = Fabrics and garments
group_ornamental = Ornamental plants and animals
group_ornamental_flower = Flowers
group_ornamental_plant = Ornamental plants
group_ornamental_animal = Ornamental animals
group_tourism = Community-based tourism, eco-tourism and tourist attractions

## Places. Patterns are for running text; the generator capitalises the first letter where a name stands alone.
## A name of digits only takes the _numbered pattern.

place_type_commune = commune
place_type_ward = ward
place_type_township = township
place_type_special_zone = special zone
place_type_rural_district = rural district
place_type_urban_district = urban district
place_type_town = town
place_type_provincial_city = provincial city
place_type_province = province
place_type_central_city = centrally-run city
# place names everywhere
place_name_commune = { $name } Commune
place_name_ward = { $name } Ward
place_name_ward_numbered = Ward { $name }
place_name_township = { $name } Township
place_name_special_zone = { $name } Special Zone
place_name_rural_district = { $name } District
place_name_urban_district = { $name } District
place_name_urban_district_numbered = District { $name }
place_name_town = { $name } Town
place_name_provincial_city = { $name } City
place_name_province = { $name } Province
place_name_central_city = { $name } City
# place.now.label; place = full name with its province
place_now = now part of { $place }
# place.now.label of a unit that was split and where the part is not known
place_now_one_of = now part of one of these: { $places }
# place.former_text; places = list of former names
place_formerly = formerly { $places }
# places[].former_text and view.former_text; date = last day of the unit
place_until = name in use until { $date }
current_places = Places today
former_places = Former names
former_places_lead = Places as they were before 1 July 2025, and as older certificates print them.
place_children = Places within

## Lists and index pages

products_heading = All products
producers_heading = OCOP producers
places_heading = Products by place
groups_heading = Product groups
sales_points_heading = OCOP sales points
news_heading = News
partners_heading = Partners
filter = Narrow the list
facet_stars = Stars
facet_groups = Product group
facet_places = Place
subgroups = Subgroups
# place.lead: place = name, products and producers = messages products_count and producers_count
place_has = { $place } has { $products } by { $producers } in this catalogue.
place_has_products = { $place } has { $products } in this catalogue.
place_not_known = Place not known
place_within = Part of
# place.siblings_heading: place = the larger unit
siblings_in = Elsewhere in { $place }
siblings_top = Other provinces and cities
producers_here = Producers
sales_points_here = Sales points
products_of_producer = Products of this producer
products_at_point = Products sold here
producer_timeline = Recognitions over the years
producer_sold = Where to buy
producer_neighbours = Other producers in
undated = year not known
about_producer = About
about_point = About
contact = Details
newer_post = Newer
older_post = Older
no_posts = There is no news yet.
# page.description of lists; number = grouped digits
description_products = { $number } OCOP products with their stars, validity of the certificate, producer and where to buy.
description_stars = { $stars }-star OCOP products with a valid certificate, their decisions, producers and where to buy.
description_group = OCOP products of the group { $group }: stars, producers, prices and where to buy.
description_place = OCOP products from { $place }: stars, producers, prices and where to buy.
description_producer = OCOP products of { $producer }: stars, validity of the certificate and where to buy.
description_producers = Producers with OCOP products in this catalogue: cooperatives, cooperative groups, companies, household businesses.
description_places = Find OCOP products by today’s province, city, commune or ward, or by the former name of the place.
description_groups = The six OCOP product groups and their subgroups, with the number of products in each.
description_stars_index = Five-, four- and three-star OCOP products: what the stars mean and which products hold them.
description_sales_points = Addresses of the places where OCOP products are shown and sold.
description_sales_point = { $name }: address, opening hours and the OCOP products sold there.
description_news = News about OCOP products, producers and sales points.
description_partners = Consultancies, agencies and others who support OCOP products.
description_sheet = A4 product sheet to print: { $name }.

## Decisions

decisions_heading = Decisions that recognised OCOP products
decisions_lead = Every OCOP star rests on a decision with a number, a date and an issuing body. These decisions recognised products of this catalogue.
decision = Decision
decision_no = Decision No.
decision_date = Signed
decision_issuer = Issued by
decision_criteria = Criteria
decision_document = Document
decision_document_open = Open the decision
recognised_products = Products it recognised
recognised_note = The stars are those of this decision; beside them stands what holds today.
recognised_as = Recognised
standing_now = Today
# page.description of a decision; products = message products_count
description_decision = Decision No. { $number } of { $date } by the { $issuer } recognised { $products } of this catalogue; which of them are still valid.
description_decisions = Decisions that recognised OCOP products: number, date, issuing body and the products.

## Home

home_what = OCOP (One Commune One Product) is Việt Nam’s programme that rates and certifies local specialities with three to five stars. This catalogue says who makes each product, where, with how many stars, and whether the certificate is still valid.
home_browse = See all products
home_groups = By group
home_new = Newly recognised
home_places = By place
home_sales_points = Where to buy
home_news = News
home_levels = With stars and a valid certificate
home_check = Holding a product in your hand?
home_check_text = See whether the stars on the pack are real and still valid.
home_figures = In this catalogue

## Reading without a network

# view: nothing; the list is filled in the browser
offline_heading = Reading without a network
offline_lead = Pages that you have opened are kept on this device, together with the home page, the list of products and the search. You can read them when there is no network.
offline_truth = A kept page tells the day on which it was kept. A certificate that has expired since is still shown as expired.
offline_none = No page has been kept yet. Open a few while there is a network. Keeping pages needs a browser with JavaScript switched on.
offline_list = Kept pages
offline_forget = Delete the kept pages
offline_forgotten = Deleted.
# told by the service worker above a page that it kept
offline_kept = No network. You are looking at a copy kept on { $date }.
offline_slow = The network is slow. You are looking at a copy kept on { $date }.
offline_newer = Show the new version
offline_missing = There is no network, and the page you opened has not been kept on this device.

## Figures of the programme

figures_heading = Programme figures
# page.description; date = date_day, products = message products_count
description_figures = OCOP figures as of { $date }: { $products } by stars, group, place and type of producer; certificates by year; targets and results.
# view.as_of_text
figures_as_of = As of { $date }
figures_counted = Counted from the records
figures_counted_lead = The program counts these figures from the product records of this catalogue. They are not those of a whole province or the country.
figures_published = As published by sources
figures_published_lead = The press and public bodies gave these figures. Each source counts in its own way and at its own time, so figures of one year may differ.
figures_downloads = Download the figures
figures_csv = Spreadsheet (CSV)
figures_json = Data (JSON)
figures_country = The whole country
figures_unknown = Not known
figures_sum = Total
figures_rest = No stars
figures_products = Products
figures_share = Share
figures_producers = Producers
figures_points = Sales points
figures_up = Upgraded
figures_same = Same stars
figures_down = Downgraded
figures_still_valid = Still valid
figures_expired = Expired
figures_last_day = Last day
figures_of_first = Of the first step
figures_targets = Targets and results
figures_rule_targets = Results are what sources published for the same year or, where there is nothing, for the next year that has figures.
figures_when = Time
figures_aims = Targets
figures_results = Results
figures_notes = Notes and sources
# label of rows of products with valid stars; stars = 3, 4, 5
figures_valid_stars = { $stars } stars, valid
# last row of a list that is cut
figures_more = { $count ->
    [one] and { $number } more product
   *[other] and { $number } more products
  }
# what a source says of one time; date = date with round, results = list of figures_result
figures_result_of = { $date } – { $results }
# what = count_…, count = grouped digits
figures_result = { $what }: { $count }
# label below a column of a chart; m = 1 … 12
chart_month = { $m }/{ $yyyy }
figures_standing = Products by state of their certificate
figures_rule_standing = The latest certificate of each product. Stars count only where it is certainly valid: 36 months from its date, and not withdrawn.
figures_groups = Products by group
figures_rule_groups = Each product once, under its main group. Only stars that are certainly valid count.
figures_places = Products by province or city
figures_rule_places = Under the administrative units of today, even where the certificate prints a former name.
figures_makers = Products by type of producer
figures_rule_makers = Producers and their products. Only stars that are certainly valid count.
figures_years = Certificates by year of issue
figures_rule_years = Every certificate in the records under the year of its decision, ended ones too. A product certified again counts in both years.
figures_changes = Upgrades and downgrades
figures_rule_changes = Each certificate against the one before it of the same product, where it is certain which came first.
figures_ends = Year of the last valid day
figures_rule_ends = The latest certificate of each product by the year of its last valid day. Withdrawn certificates and those whose end is not known are left out.
figures_expiring = Expiring soon
figures_rule_expiring = Certificates that may end within the next 90 days.
figures_sales_points = Sales points
figures_rule_sales_points = Sales points in this catalogue by province of today, and how many of its products are known to be sold there.
# date = date_month or date_year
figures_funnel = From idea to certificate, { $date }
figures_rule_funnel = The last step is what was certified in the round; where a source does not say, all that is certified.
figures_stock = Certified products in all
figures_rule_stock = Products that held a certificate at the time of which the source speaks.
figures_rounds = Rounds of evaluation
figures_rule_rounds = Results of one year or round alone.
figures_people = Taking part, producers and sales points
figures_rule_people = Numbers at the time of which the source speaks.
count_ideas = Ideas registered
count_appraised = Appraised by the district
count_accepted = Accepted by the province
count_certified_total = Certified in all
count_certified_new = Newly certified
count_recertified = Certified again
count_upgraded = Upgraded
count_expired = Expired
count_withdrawn = Withdrawn
count_stars_3 = 3 stars
count_stars_4 = 4 stars
count_stars_5 = 5 stars
count_participating = Products taking part
count_producers_total = Producers
count_producers_cooperative = Cooperatives
count_producers_cooperative_group = Cooperative groups
count_producers_company = Companies
count_producers_household = Households
count_sales_points = Sales points

## Permanent address (QR), errors, language choice

verify_heading = Certificate check
verify_another = Check another product
verify_page_heading = Check OCOP stars
verify_lead = Are the stars on a product real, and do they still hold? Type the decision number, the barcode, the product code or the name printed on the pack.
verify_label = Decision number, barcode, product code or name
# verify.example; examples = a decision number, a barcode, a product code of the catalogue
verify_example = For example: { $examples }
verify_button = Check
verify_results = Result
verify_wait = Searching…
verify_found = Products found, the closest first:
verify_nothing = Not found in this catalogue. That does not mean the stars are false: only the products listed here are in it. Ask the office that took the decision.
verify_failed = The data could not be loaded. Check your connection and try again.
verify_qr = Is there a QR code on the pack? Scanning it opens the check of that product.
verify_decisions = Find the decision
verify_decisions_lead = Compare number and date on the certificate or the pack with this list.
verify_meanings = What the words mean
verify_misuse = Have you seen wrong stars?
verify_all_decisions = See all decisions
verify_producer = Producer
verify_made_in = Made in
description_verify = Check OCOP stars by decision number, barcode, product code or name: still valid, or expired.
verify_open = Open the product page
verify_report = Have you seen OCOP stars on a product whose certificate is no longer valid? Tell the Commune People’s Committee or the Department of Agriculture and Environment where it is sold.
not_found_heading = Page not found
not_found_text = This address is not in the catalogue. The page may have been renamed, or the link has a typing mistake.
not_found_go = You can go on with:
redirect_heading = This page has moved
redirect_text = Its address is now:

## Search

# search box of the header and of the home page
search = Search
search_hero = Search OCOP products
search_label = Search products, producers, places
search_placeholder = Product, place, barcode…
search_button = Search
close = Close
suggest_products = Products
suggest_words = Words
suggest_producers = Producers
suggest_places = Places
suggest_all = See all results for
suggest_none = No suggestion yet. Press Enter to search.
# read aloud before the number of suggestions
suggest_some = Suggestions, choose with the arrow keys:
search_heading = Search products
search_lead = Type with or without Vietnamese accents: a product, a producer, a commune, district or province of today or before, a barcode, a decision number.
search_needs_script = The search box needs JavaScript, which is off in this browser. The lists below still lead to every product.
search_key = The / key leads to the search box, on every page
search_ways = Choose from a list
description_search = Search OCOP products by name, producer, place of today or before, stars, product group, barcode or decision number.

## Live lists

list_search = Search this list
sort = Sort by
sort_relevance = Best match
sort_stars = Stars
sort_name = Name A–Z
sort_price = Lowest price
facet_former = Former places
facet_producer_type = Type of producer
facet_status = Validity
facet_sales_point = Sales point
facet_price = Price (VND)
price_from = From
price_to = To
filter_chosen = Filtered by
# read aloud before the name of a chosen filter
filter_remove = Remove filter:
filter_clear = Clear filters
# button that closes the filters on a phone
list_show = { $count ->
    [one] Show { $number } product
   *[other] Show { $number } products
  }
list_more = Show more
list_shown = Showing { $shown } of { $number }
list_waiting = Searching…
list_empty = No product matches.
list_partial = No product matches every word. These come closest.
list_near = Did you mean:
# before the words that Telex or VNI typing stands for
list_decoded = Understood as:
list_error = The search data could not be loaded. Check the connection and try again.
list_retry = Try again

## A portal of several catalogues

path_members = members
nav_members = Member catalogues
members_heading = Member catalogues
members_lead = Each catalogue is made and published by an office of its own. This portal joins their lists, counts them together and searches them as one; every product leads to its page in the catalogue it comes from.
members_more = Figures of all
description_members = The OCOP catalogues in this portal, their products by stars and by group, and the day of each catalogue.
# name = title of the catalogue, products = products_count
description_member = { $name }: { $products }, by stars and by group, with links to their own pages.
# name = title of the catalogue
member_visit = Open { $name }
member_products = Products
member_day = As of
member_not_searched = The search of this portal does not find the products of this catalogue yet. The list below still leads to each page.
# number = grouped digits
member_more = and { $number } more products on its own site
figures_members = Products by catalogue
figures_rule_members = Each product once. Only stars that are certainly valid on the day of this portal count.
figures_member_stars = Products by stars
figures_rule_member_stars = Only stars that are certainly valid on the day of this portal count.
figures_member_groups = Products by group
figures_rule_member_groups = Each product once, by large group.
# label of a number of catalogues
figure_members = { $count ->
    [one] member catalogue
   *[other] member catalogues
  }
