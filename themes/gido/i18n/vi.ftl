### Giao diện tiếng Việt của chủ đề "gido".
### Interface texts, Vietnamese. en.ftl has the same keys in the same order.
### Messages without a variable reach the templates as `t.<key>`; those with one are
### formatted by the generator, and the comment above them names the view field they fill.
### Dates inside other messages come formatted with date_day, date_month or date_year.

## Language and addresses

language_name = Tiếng Việt
language_vi = tiếng Việt
language_en = tiếng Anh
og_locale = vi_VN
path_products = san-pham
path_search = tim-kiem
path_sheet = phieu
path_stars = hang-sao
path_groups = nhom
path_places = dia-phuong
path_producers = chu-the
path_sales_points = diem-ban
path_verify = kiem-tra
path_decisions = quyet-dinh
path_news = tin-tuc
path_partners = doi-tac
path_figures = so-lieu
path_offline = ngoai-tuyen
path_pages = trang
path_page = trang

## Dates, numbers, lists

# every date known to the day; d and mm etc. are text: d = 3, dd = 03, m = 1, mm = 01, month = month_1
date_day = { $dd }/{ $mm }/{ $yyyy }
# dates known to the month
date_month = tháng{ "\u00A0" }{ $m }/{ $yyyy }
# dates known to the year
date_year = năm{ "\u00A0" }{ $yyyy }
month_1 = tháng 1
month_2 = tháng 2
month_3 = tháng 3
month_4 = tháng 4
month_5 = tháng 5
month_6 = tháng 6
month_7 = tháng 7
month_8 = tháng 8
month_9 = tháng 9
month_10 = tháng 10
month_11 = tháng 11
month_12 = tháng 12
decimal_separator = ,
group_separator = .
# price.amount, package.price; amount = grouped digits
money = { $amount }{ "\u00A0" }₫
# price.unit; unit = "hộp", "500 g"
money_unit = / { $unit }
# price.per_unit, package.per_unit: price = money, measure = kg, l, 100 g
money_per = { $price }/{ $measure }
# package.net for multiples: count = 20, each = "2 g", total = "40 g"
net_multiple = { $count } × { $each } (tổng { $total })
# fact values
percent = { $number }%
percent_vol = { $number }% vol
score_points = { $number } điểm
list_separator = ,{ " " }
# page.title
title_page = { $heading } – { $site }
# page.title of page 2, 3 … of a list
title_paged = { $heading }, trang { $page } – { $site }
# breadcrumb and heading suffix of page 2, 3 …
paged = trang { $page }

## Counts (count = number for the plural form, number = grouped digits)

# count_text, tile.count_text
products_count = { $number } sản phẩm
# count_text of producers
producers_count = { $number } chủ thể
# count_text of places
places_count = { $number } địa phương
# count_text of sales points
sales_points_count = { $number } điểm bán
# count_text of decisions
decisions_count = { $number } quyết định
# home figures[].label; the value stands in its own element
figure_products = sản phẩm
figure_producers = chủ thể
figure_places = địa phương
figure_sales_points = điểm bán
# figures totals[].label
figure_valid = sản phẩm đang có sao còn hiệu lực
# home figures[].label; stars = 3, 4, 5
figure_stars = sản phẩm { $stars } sao

## Frame of every page

skip_to_content = Đến nội dung chính
menu = Danh mục
main_navigation = Danh mục chính
footer_navigation = Liên kết cuối trang
breadcrumb = Đường dẫn
language_switch = Ngôn ngữ
home = Trang chủ
nav_products = Sản phẩm
nav_stars = Hạng sao
nav_groups = Nhóm sản phẩm
nav_places = Địa phương
nav_producers = Chủ thể
nav_sales_points = Điểm bán
nav_verify = Kiểm tra sao
nav_decisions = Quyết định công nhận
nav_news = Tin tức
nav_partners = Đối tác
nav_figures = Số liệu chương trình
nav_offline = Xem khi không có mạng
publisher = Đơn vị quản lý danh mục
feed = Nguồn cấp tin (Atom)
pagination = Các trang của danh sách
previous_page = Trang trước
next_page = Trang sau
# pager.pages[].label is the bare number; this is its accessible name in pager.pages[].name
page_number = Trang { $page }
# site.edition
edition_text = Theo số liệu đến ngày { $date }
# page.fallback_notice; language and default are language_xx messages
fallback_notice = Trang này chưa có bản { $language }. Nội dung dưới đây bằng { $default }.
sources = Nguồn thông tin
illustration = Hình minh họa
illustration_note = Hình minh họa, không phải ảnh chụp sản phẩm thật.
no_photo = Chưa có ảnh
photo_credit = Ảnh:
gallery = Các ảnh
gallery_photo = Ảnh
gallery_previous = Ảnh trước
gallery_next = Ảnh sau
gallery_zoom = Xem cận cảnh
gallery_close = Đóng
see_all = Xem tất cả
nothing_here = Chưa có sản phẩm nào trong danh sách này.

## Stars and validity

# stars.label; stars = 3, 4, 5
stars_label = { $stars } sao
# stars.last_known_label: expired, withdrawn or not certain
stars_last_known = Xếp hạng gần nhất: { $stars } sao
stars_none = Chưa có xếp hạng
potential_five = Tiềm năng 5 sao
# stars.status_text
status_valid = Còn hiệu lực đến { $date }
# stars.status_text, the last 90 days
status_expiring = Sắp hết hiệu lực: đến { $date }
# stars.status_text and stars.expired_text
status_expired = Đã hết hiệu lực, có giá trị đến { $date }
# stars.status_text
status_withdrawn = Giấy chứng nhận đã bị thu hồi, { $date }
status_withdrawn_undated = Giấy chứng nhận đã bị thu hồi
status_unknown = Chưa rõ còn hiệu lực hay không
status_none = Không có giấy chứng nhận OCOP
# stars.expired_text where the end is known only to the month or year
status_perhaps_expired = Có thể đã hết hiệu lực: có giá trị đến { $date }, không rõ ngày
# certificates[].status_text of an earlier certificate
status_replaced = Đã thay bằng lần công nhận sau
status_word_valid = Còn hiệu lực
status_word_expiring = Sắp hết hiệu lực
status_word_expired = Hết hiệu lực
status_word_withdrawn = Đã thu hồi
status_word_unknown = Chưa rõ hiệu lực
status_word_none = Chưa chứng nhận
# verify.meanings[].text
status_meaning_valid = Giấy chứng nhận còn hạn. Sao in trên sản phẩm là đúng nếu bằng số sao ở đây.
status_meaning_expiring = Giấy chứng nhận còn hạn, nhưng hết trong 90 ngày tới.
status_meaning_expired = Đã quá hạn. Từ ngày đó sao không được in hay dán trên sản phẩm nữa.
status_meaning_withdrawn = Cơ quan công nhận đã thu hồi giấy chứng nhận trước hạn.
status_meaning_unknown = Có xếp hạng trước đây, nhưng nguồn không cho biết ngày, nên không thể nói là còn hạn.
# stars.as_of_text
as_of = Tính đến { $date }
# stars.decision_text
decision_line = Quyết định số { $number } ngày { $date }
# stars.decision_text when only the date of recognition is known
recognised_on = Công nhận: { $date }
# stars.decision_text when only a list of that date is known
listed_on = Có trong danh sách công bố: { $date }
level_district = cấp huyện
level_province = cấp tỉnh
level_central = cấp trung ương
# stars.level_text
level_line = Xếp hạng { $level }
criteria_1048 = Bộ tiêu chí theo Quyết định 1048/QĐ-TTg
criteria_148 = Bộ tiêu chí theo Quyết định 148/QĐ-TTg
certification = Chứng nhận OCOP
certificate_history = Các lần chứng nhận
certificate_current = Hiện hành
# heading of a stars page
stars_heading = Sản phẩm OCOP { $stars } sao
stars_index_heading = Sản phẩm theo hạng sao
stars_index_lead = Chỉ tính giấy chứng nhận còn hiệu lực. Giấy chứng nhận OCOP có giá trị 36 tháng.
stars_meaning_5 = Sản phẩm đặc sắc, chất lượng cao, sẵn sàng xuất khẩu; hồ sơ đạt từ 90 điểm, do cấp trung ương công nhận.
stars_meaning_4 = Sản phẩm có nét riêng, đạt chất lượng, có khả năng tiếp cận thị trường tốt; hồ sơ đạt từ 70 đến dưới 90 điểm.
stars_meaning_3 = Sản phẩm có đặc điểm riêng, tổ chức sản xuất và bán hàng ổn định; hồ sơ đạt từ 50 đến dưới 70 điểm.
stars_meaning_unknown = Sản phẩm có xếp hạng trước đây nhưng chưa rõ giấy chứng nhận còn hiệu lực.
stars_meaning_expired = Giấy chứng nhận đã hết hiệu lực hoặc đã bị thu hồi.

## Product

# price.date, package.price_date
price_on = Giá { $date }
price_unknown = Chưa có giá
price_note = Giá đã gồm thuế, do chủ thể hoặc điểm bán công bố; có thể đã thay đổi.
where_to_buy = Nơi bán
where_to_buy_link = Xem nơi bán
ask_producer = Hỏi chủ thể
product_story = Câu chuyện sản phẩm
packages = Quy cách và giá
package = Quy cách
package_price = Giá
package_per = Giá theo đơn vị
package_date = Ngày ghi giá
section_label = Thông tin trên nhãn
section_making = Cách làm
section_standards = Tiêu chuẩn, chứng nhận
section_ip = Sở hữu trí tuệ
section_traceability = Truy xuất nguồn gốc
section_service = Dịch vụ
producer = Chủ thể
place = Nơi sản xuất
group = Nhóm sản phẩm
aliases = Tên gọi khác
# product.name_other.label: the name in the other language; language = language_xx
name_in = Tên { $language }
sold_at = Điểm bán
sold_online = Bán trực tuyến
exported_to = Thị trường xuất khẩu
markets = Thị trường trong nước
no_sales_point = Chưa có thông tin nơi bán. Vui lòng hỏi trực tiếp chủ thể.
related_products = Sản phẩm liên quan
permanent_address = Địa chỉ cố định
permanent_note = Quét mã để mở lại trang này. Địa chỉ không đổi khi tên sản phẩm hay địa danh thay đổi.
# alt text of the QR code: product.qr_label; address = short address
qr_label = Mã QR dẫn đến { $address }
share = Chia sẻ
share_facebook = Facebook
share_zalo = Zalo
copy_link = Sao chép liên kết
link_copied = Đã sao chép
product_sheet = Phiếu sản phẩm để in
print_sheet = In phiếu này
back_to_product = Về trang sản phẩm
product_code = Mã sản phẩm
# stars-free sheet of an expired product
sheet_not_certified = Không in hạng sao: giấy chứng nhận không còn hiệu lực.
sheet_not_certain = Không in hạng sao: chưa rõ giấy chứng nhận còn hiệu lực.
sheet_footer = Kiểm tra hạng sao và hiệu lực mới nhất tại

## Paper

path_pack = in
paper = Khổ giấy
# page 2 of a sheet, after the name of the product
sheet_continued = (tiếp theo)
price_tax = Giá đã gồm thuế, phí.
price_list = Bảng niêm yết giá
price_list_date = Áp dụng từ ngày
price_number = STT
price_product = Sản phẩm
price_blank = Ô trống là sản phẩm chưa ghi giá trong danh mục; điểm bán tự điền.
price_sign = Đại diện điểm bán
back_to_point = Về trang điểm bán
# heading of the print pack; name = sales point
pack_heading = Bộ in: { $name }
# page.description of the print pack; name = sales point
description_pack = Bảng niêm yết giá, nhãn kệ và phiếu sản phẩm để in tại { $name }.
pack_plain = Bấm in trong trình duyệt để in tất cả, mỗi thứ một bản: bảng giá, nhãn kệ, phiếu sản phẩm.
pack_what = In những gì
pack_labels = Nhãn kệ
pack_sheets = Phiếu sản phẩm
pack_code = Mã trên nhãn
pack_bars = Mã vạch, nếu có
pack_start = Bắt đầu từ ô nhãn số
pack_copies = Số bản
pack_products = Sản phẩm
pack_all = Chọn tất cả
pack_none = Bỏ chọn
pack_print = In
pack_pages = trang
pack_link = In bảng giá, nhãn kệ, phiếu
# stock in the list of labels; count = "3 × 8", size = "63,5 × 33,9"
stock_sheet = Tờ A4, { $count } nhãn { $size } mm
stock_roll = Cuộn { $size } mm

# file names of published documents
path_labels = nhan
path_prices = bang-gia
path_book = danh-muc
# links to published documents
sheet_pdf = Phiếu A4 (PDF)
book_pdf = Danh mục để in (PDF)

# the counter page of a sales point
path_counter = man-hinh
counter_link = Màn hình giới thiệu tại quầy
# heading; name = sales point
counter_heading = Màn hình tại quầy: { $name }
# page.description; name = sales point
description_counter = Các sản phẩm bán tại { $name }, hiện toàn màn hình trên máy tính bảng.
counter_full = Toàn màn hình
counter_seconds = Giây mỗi sản phẩm
counter_stop = Dừng
counter_next = Tiếp

# the book
book_contents = Mục lục
book_figures = Số liệu
book_by_stars = Sản phẩm theo hạng sao còn hiệu lực
book_by_producer_type = Chủ thể theo loại hình
book_other_products = Không có sao hoặc chưa rõ hiệu lực
book_index_places = Tra theo địa phương
book_index_products = Tra theo tên sản phẩm

## Field labels (product facts, producer facts, sales-point facts)

field_ingredients = Thành phần
field_usage = Hướng dẫn sử dụng
field_storage = Bảo quản
field_shelf_life = Hạn sử dụng
field_warnings = Cảnh báo
field_origin = Xuất xứ
field_alcohol = Độ cồn
field_nutrition = Thành phần dinh dưỡng
# caption of the nutrition table; per = "100 g"
field_nutrition_per = Trong { $per }
field_energy_kcal = Năng lượng
field_protein_g = Chất đạm
field_carbohydrate_g = Carbohydrat
field_sugars_g = Đường tổng số
field_fat_g = Chất béo
field_saturated_fat_g = Chất béo bão hòa
field_sodium_mg = Natri
field_nutrient = Thành phần
field_amount = Lượng
field_process = Các bước làm
field_raw_material = Nguyên liệu
field_capacity = Sản lượng
field_season = Mùa vụ
field_community = Cộng đồng
field_awards = Giải thưởng, ghi nhận
field_services = Dịch vụ
field_standards = Tiêu chuẩn, chứng nhận
field_ip = Sở hữu trí tuệ
field_traceability = Truy xuất nguồn gốc
field_traceability_code = Mã truy vết
field_traceability_url = Trang truy xuất
field_village = Thôn, bản
field_packages = Quy cách
field_exports = Xuất khẩu
field_markets = Thị trường trong nước
field_online = Bán trực tuyến
field_sales_points = Điểm bán
field_producer_type = Loại hình
field_brand = Nhãn hiệu
field_founded = Thành lập
field_members = Thành viên
field_capital = Vốn
field_revenue = Doanh thu
field_address = Địa chỉ
field_website = Trang web
field_phone = Điện thoại
field_email = Thư điện tử
field_operator = Đơn vị vận hành
field_opened = Khai trương
field_hours = Giờ mở cửa
field_offer = Hàng bán
field_note = Ghi chú
field_former_places = Gồm các đơn vị trước đây
field_current_places = Nay thuộc
# a standard or certificate in a list; each part follows the name when known
standard_number = số { $number }
standard_issuer = { $issuer } cấp
standard_issued = cấp { $date }
standard_expires = có giá trị đến { $date }
ip_registered = đăng ký { $date }

## Names of kinds

standard_food_safety = Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm
standard_self_declaration = Bản tự công bố sản phẩm
standard_safe_commitment = Bản cam kết sản xuất thực phẩm an toàn
standard_vietgap = VietGAP
standard_globalgap = GlobalGAP
standard_gacp_who = GACP-WHO
standard_haccp = HACCP
standard_iso_22000 = ISO 22000
standard_iso_9001 = ISO 9001
standard_halal = Halal
standard_organic = Chứng nhận hữu cơ
standard_pgs = Bảo đảm cùng tham gia (PGS)
standard_fda = Đăng ký cơ sở với FDA (Hoa Kỳ)
standard_gacc = Đăng ký với Hải quan Trung Quốc (GACC)
standard_typical_rural_industrial = Sản phẩm công nghiệp nông thôn tiêu biểu
standard_other = Chứng nhận khác
ip_gi = Chỉ dẫn địa lý
ip_certification_mark = Nhãn hiệu chứng nhận
ip_collective_mark = Nhãn hiệu tập thể
ip_trademark = Nhãn hiệu
producer_type_cooperative = Hợp tác xã
producer_type_cooperative_group = Tổ hợp tác
producer_type_company = Doanh nghiệp
producer_type_household = Hộ kinh doanh
producer_type_establishment = Cơ sở sản xuất
producer_type_farmers_association = Hội nông dân
producer_type_craft_village = Làng nghề
producer_type_management_board = Ban quản lý
producer_type_other = Chủ thể khác
partner_kind_consultancy = Tư vấn
partner_kind_agency = Cơ quan quản lý
partner_kind_design_centre = Thiết kế
partner_kind_press = Báo chí
partner_kind_other = Đối tác khác

## Product groups (Quyết định 919/QĐ-TTg và 148/QĐ-TTg)

group_food = Thực phẩm
group_food_fresh = Thực phẩm tươi sống
group_food_fresh_vegetables = Rau, củ, quả, hạt tươi
group_food_fresh_meat = Thịt, thủy sản, trứng, sữa tươi
group_food_raw = Thực phẩm thô, sơ chế
group_food_raw_grain = Gạo, ngũ cốc, hạt sơ chế khác
group_food_raw_honey = Mật ong, mật khác và nông sản thực phẩm khác
group_food_processed = Thực phẩm chế biến
group_food_processed_instant = Đồ ăn nhanh
group_food_processed_cereal = Chế biến từ gạo, ngũ cốc
group_food_processed_vegetable = Chế biến từ rau, củ, quả, hạt
group_food_processed_meat = Chế biến từ thịt, trứng, sữa, thủy sản, mật ong
group_food_spice = Gia vị
group_food_spice_sauce = Tương, nước mắm, gia vị dạng lỏng
group_drink = Đồ uống
group_drink_tea = Chè
group_drink_tea_other = Trà thảo mộc và sản phẩm khác từ chè, trà
group_drink_coffee = Cà phê, ca cao
group_drink_alcohol = Đồ uống có cồn
group_drink_alcohol_spirit = Rượu trắng
group_drink_soft = Đồ uống không cồn
group_drink_soft_water = Nước khoáng, nước uống tinh khiết
group_medicinal = Dược liệu và sản phẩm từ dược liệu
group_medicinal_functional = Thực phẩm chức năng, thuốc dược liệu, thuốc y học cổ truyền
group_medicinal_cosmetic = Mỹ phẩm có thành phần từ dược liệu
group_medicinal_oil = Tinh dầu và sản phẩm khác từ dược liệu
group_craft = Hàng thủ công mỹ nghệ
group_craft_household = Thủ công mỹ nghệ gia dụng, trang trí
group_craft_textile = Vải, may mặc
group_ornamental = Sinh vật cảnh
group_ornamental_flower = Hoa
group_ornamental_plant = Cây cảnh
group_ornamental_animal = Động vật cảnh
group_tourism = Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch

## Places. Patterns are for running text; the generator capitalises the first letter where a name stands alone.
## A name of digits only takes the _numbered pattern.

place_type_commune = xã
place_type_ward = phường
place_type_township = thị trấn
place_type_special_zone = đặc khu
place_type_rural_district = huyện
place_type_urban_district = quận
place_type_town = thị xã
place_type_provincial_city = thành phố thuộc tỉnh
place_type_province = tỉnh
place_type_central_city = thành phố trực thuộc trung ương
# place names everywhere
place_name_commune = xã { $name }
place_name_ward = phường { $name }
place_name_ward_numbered = phường { $name }
place_name_township = thị trấn { $name }
place_name_special_zone = đặc khu { $name }
place_name_rural_district = huyện { $name }
place_name_urban_district = quận { $name }
place_name_urban_district_numbered = quận { $name }
place_name_town = thị xã { $name }
place_name_provincial_city = thành phố { $name }
place_name_province = tỉnh { $name }
place_name_central_city = thành phố { $name }
# place.now.label; place = full name with its province
place_now = nay thuộc { $place }
# place.now.label of a unit that was split and where the part is not known
place_now_one_of = nay thuộc một trong các đơn vị: { $places }
# place.former_text; places = list of former names
place_formerly = trước đây: { $places }
# places[].former_text and view.former_text; date = last day of the unit
place_until = tên gọi đến { $date }
current_places = Địa phương hiện nay
former_places = Tên gọi trước đây
former_places_lead = Địa danh trước ngày 01/7/2025, như in trên giấy chứng nhận cũ.
place_children = Địa phương trực thuộc

## Lists and index pages

products_heading = Tất cả sản phẩm
producers_heading = Chủ thể OCOP
places_heading = Sản phẩm theo địa phương
groups_heading = Nhóm sản phẩm
sales_points_heading = Điểm giới thiệu và bán sản phẩm OCOP
news_heading = Tin tức
partners_heading = Đối tác
filter = Lọc danh sách
facet_stars = Hạng sao
facet_groups = Nhóm sản phẩm
facet_places = Địa phương
subgroups = Phân nhóm
# place.lead: place = name, products and producers = messages products_count and producers_count
place_has = { $place } có { $products } của { $producers } trong danh mục này.
place_has_products = { $place } có { $products } trong danh mục này.
place_not_known = Chưa rõ địa phương
place_within = Thuộc
# place.siblings_heading: place = the larger unit
siblings_in = Nơi khác ở { $place }
siblings_top = Các tỉnh, thành phố khác
producers_here = Chủ thể
sales_points_here = Điểm bán
products_of_producer = Sản phẩm của chủ thể
products_at_point = Sản phẩm có tại đây
producer_timeline = Các lần được công nhận
producer_sold = Nơi bán
producer_neighbours = Chủ thể khác ở
undated = không rõ năm
about_producer = Giới thiệu
about_point = Giới thiệu
contact = Thông tin
newer_post = Bài mới hơn
older_post = Bài cũ hơn
no_posts = Chưa có tin.
# page.description of lists; number = grouped digits
description_products = Danh sách { $number } sản phẩm OCOP với hạng sao, hiệu lực chứng nhận, chủ thể và nơi bán.
description_stars = Sản phẩm OCOP { $stars } sao còn hiệu lực, với quyết định công nhận, chủ thể và nơi bán.
description_group = Sản phẩm OCOP thuộc nhóm { $group }: hạng sao, chủ thể, giá và nơi bán.
description_place = Sản phẩm OCOP của { $place }: hạng sao, chủ thể, giá và nơi bán.
description_producer = Sản phẩm OCOP của { $producer }: hạng sao, hiệu lực chứng nhận và nơi bán.
description_producers = Các chủ thể có sản phẩm OCOP trong danh mục: hợp tác xã, tổ hợp tác, doanh nghiệp, hộ kinh doanh.
description_places = Tìm sản phẩm OCOP theo tỉnh, thành phố, xã, phường hiện nay hoặc theo địa danh cũ.
description_groups = Sáu nhóm sản phẩm OCOP và các phân nhóm, với số sản phẩm của từng nhóm.
description_stars_index = Sản phẩm OCOP 5 sao, 4 sao và 3 sao: ý nghĩa của hạng sao và danh sách sản phẩm.
description_sales_points = Địa chỉ các điểm giới thiệu và bán sản phẩm OCOP.
description_sales_point = { $name }: địa chỉ, giờ mở cửa và sản phẩm OCOP có bán.
description_news = Tin về sản phẩm, chủ thể và điểm bán OCOP.
description_partners = Các đơn vị tư vấn, quản lý và hỗ trợ sản phẩm OCOP.
description_sheet = Phiếu sản phẩm khổ A4 để in: { $name }.

## Decisions

decisions_heading = Quyết định công nhận sản phẩm OCOP
decisions_lead = Mỗi sao OCOP dựa trên một quyết định có số, ngày ký và cơ quan ban hành. Đây là các quyết định đã công nhận sản phẩm trong danh mục này.
decision = Quyết định
decision_no = Quyết định số
decision_date = Ngày ký
decision_issuer = Cơ quan ban hành
decision_criteria = Bộ tiêu chí
decision_document = Văn bản
decision_document_open = Mở văn bản quyết định
recognised_products = Sản phẩm được công nhận
recognised_note = Số sao là theo quyết định này; bên cạnh là hiệu lực hiện nay.
recognised_as = Được công nhận
standing_now = Hiện nay
# page.description of a decision; products = message products_count
description_decision = Quyết định số { $number } ngày { $date } của { $issuer } đã công nhận { $products } trong danh mục; sản phẩm nào còn hiệu lực.
description_decisions = Các quyết định công nhận sản phẩm OCOP: số, ngày ký, cơ quan ban hành và sản phẩm được công nhận.

## Home

home_what = OCOP (Mỗi xã một sản phẩm) là chương trình của Việt Nam đánh giá và chứng nhận đặc sản địa phương từ 3 đến 5 sao. Danh mục này cho biết mỗi sản phẩm do ai làm, ở đâu, hạng sao nào và giấy chứng nhận còn hiệu lực hay không.
home_browse = Xem tất cả sản phẩm
home_groups = Chọn theo nhóm
home_new = Mới được công nhận
home_places = Chọn theo địa phương
home_sales_points = Mua ở đâu
home_news = Tin mới
home_levels = Đang có sao, giấy chứng nhận còn hiệu lực
home_check = Đang cầm sản phẩm trên tay?
home_check_text = Xem sao in trên bao bì có thật và còn hiệu lực không.
home_figures = Danh mục có

## Reading without a network

# view: nothing; the list is filled in the browser
offline_heading = Xem khi không có mạng
offline_lead = Những trang bạn đã mở được lưu trên máy này, cùng với trang chủ, danh mục sản phẩm và phần tìm kiếm. Mất mạng bạn vẫn đọc được.
offline_truth = Trang đã lưu ghi rõ ngày lưu. Chứng nhận hết hiệu lực sau ngày đó vẫn được báo là đã hết hiệu lực.
offline_none = Chưa có trang nào được lưu. Hãy mở vài trang khi có mạng. Việc lưu trang cần trình duyệt bật JavaScript.
offline_list = Các trang đã lưu
offline_forget = Xóa các trang đã lưu
offline_forgotten = Đã xóa.
# told by the service worker above a page that it kept
offline_kept = Không có mạng. Bạn đang xem bản lưu ngày { $date }.
offline_slow = Mạng chậm. Bạn đang xem bản lưu ngày { $date }.
offline_newer = Xem bản mới
offline_missing = Không có mạng, và trang bạn mở chưa được lưu trên máy này.

## Figures of the programme

figures_heading = Số liệu chương trình
# page.description; date = date_day, products = message products_count
description_figures = Số liệu OCOP đến ngày { $date }: { $products } theo hạng sao, nhóm, địa phương, loại chủ thể; chứng nhận theo năm; mục tiêu và kết quả.
# view.as_of_text
figures_as_of = Tính đến ngày { $date }
figures_counted = Đếm từ hồ sơ của danh mục
figures_counted_lead = Các số dưới đây do chương trình đếm từ từng hồ sơ sản phẩm của danh mục này, không phải của cả tỉnh hay cả nước.
figures_published = Theo nguồn đã công bố
figures_published_lead = Báo chí và cơ quan nhà nước đã đưa các số dưới đây. Mỗi nguồn đếm theo cách riêng và vào lúc riêng, nên số của cùng một năm có thể khác nhau.
figures_downloads = Tải số liệu
figures_csv = Bảng tính (CSV)
figures_json = Dữ liệu (JSON)
figures_country = Cả nước
figures_unknown = Chưa rõ
figures_sum = Tổng
figures_rest = Không có sao
figures_products = Sản phẩm
figures_share = Tỷ lệ
figures_producers = Chủ thể
figures_points = Điểm bán
figures_up = Nâng hạng
figures_same = Giữ hạng
figures_down = Hạ hạng
figures_still_valid = Còn hiệu lực
figures_expired = Đã hết hiệu lực
figures_last_day = Ngày cuối
figures_of_first = So với bước đầu
figures_targets = Mục tiêu và kết quả
figures_rule_targets = Kết quả là số liệu nguồn công bố cho cùng năm; nếu năm đó không có thì lấy năm gần nhất về sau.
figures_when = Thời gian
figures_aims = Mục tiêu
figures_results = Kết quả
figures_notes = Ghi chú và nguồn
# label of rows of products with valid stars; stars = 3, 4, 5
figures_valid_stars = { $stars } sao, còn hiệu lực
# last row of a list that is cut
figures_more = và { $number } sản phẩm khác
# what a source says of one time; date = date with round, results = list of figures_result
figures_result_of = { $date } – { $results }
# what = count_…, count = grouped digits
figures_result = { $what }: { $count }
# label below a column of a chart; m = 1 … 12
chart_month = { $m }/{ $yyyy }
figures_standing = Sản phẩm theo tình trạng chứng nhận
figures_rule_standing = Giấy chứng nhận mới nhất của mỗi sản phẩm. Chỉ giấy chắc chắn còn hiệu lực (36 tháng kể từ ngày cấp, chưa bị thu hồi) mới được tính sao.
figures_groups = Sản phẩm theo nhóm
figures_rule_groups = Mỗi sản phẩm một lần, theo nhóm lớn. Chỉ tính sao chắc chắn còn hiệu lực.
figures_places = Sản phẩm theo tỉnh, thành phố
figures_rule_places = Theo đơn vị hành chính ngày nay, dù giấy chứng nhận ghi tên cũ.
figures_makers = Sản phẩm theo loại chủ thể
figures_rule_makers = Số chủ thể và số sản phẩm của họ. Chỉ tính sao chắc chắn còn hiệu lực.
figures_years = Giấy chứng nhận theo năm cấp
figures_rule_years = Mọi giấy chứng nhận trong hồ sơ, theo năm của quyết định, cả giấy đã hết hiệu lực. Một sản phẩm được công nhận lại thì tính ở cả hai năm.
figures_changes = Nâng hạng và hạ hạng
figures_rule_changes = So mỗi giấy chứng nhận với giấy trước đó của cùng sản phẩm, khi biết chắc giấy nào cấp trước.
figures_ends = Năm hết hiệu lực
figures_rule_ends = Giấy chứng nhận mới nhất của mỗi sản phẩm, theo năm có ngày hiệu lực cuối cùng. Giấy bị thu hồi hoặc chưa rõ hạn không tính.
figures_expiring = Sắp hết hiệu lực
figures_rule_expiring = Giấy chứng nhận có thể hết hiệu lực trong 90 ngày tới.
figures_sales_points = Điểm giới thiệu và bán sản phẩm
figures_rule_sales_points = Điểm bán có trong danh mục, theo tỉnh ngày nay, và số sản phẩm của danh mục được biết là bán ở đó.
# date = date_month or date_year
figures_funnel = Từ ý tưởng đến chứng nhận, { $date }
figures_rule_funnel = Bước cuối là số được công nhận trong kỳ; nguồn không nêu thì là tổng số đã được công nhận.
figures_stock = Tổng số sản phẩm được công nhận
figures_rule_stock = Số sản phẩm đang được công nhận vào thời điểm mà nguồn nói đến.
figures_rounds = Các kỳ đánh giá
figures_rule_rounds = Kết quả của riêng từng năm hoặc từng đợt.
figures_people = Tham gia, chủ thể và điểm bán
figures_rule_people = Số lượng vào thời điểm mà nguồn nói đến.
count_ideas = Ý tưởng đăng ký
count_appraised = Huyện thẩm định
count_accepted = Tỉnh chấp thuận
count_certified_total = Tổng số được công nhận
count_certified_new = Mới được công nhận
count_recertified = Công nhận lại
count_upgraded = Nâng hạng
count_expired = Hết hạn
count_withdrawn = Thu hồi
count_stars_3 = 3 sao
count_stars_4 = 4 sao
count_stars_5 = 5 sao
count_participating = Sản phẩm tham gia
count_producers_total = Chủ thể
count_producers_cooperative = Hợp tác xã
count_producers_cooperative_group = Tổ hợp tác
count_producers_company = Doanh nghiệp
count_producers_household = Hộ, cơ sở
count_sales_points = Điểm bán

## Permanent address (QR), errors, language choice

verify_heading = Kiểm tra chứng nhận
verify_another = Kiểm tra sản phẩm khác
verify_page_heading = Kiểm tra sao OCOP
verify_lead = Sao trên sản phẩm có thật không, và còn hiệu lực không? Gõ số quyết định, mã vạch, mã sản phẩm hoặc tên in trên bao bì.
verify_label = Số quyết định, mã vạch, mã hoặc tên sản phẩm
# verify.example; examples = a decision number, a barcode, a product code of the catalogue
verify_example = Ví dụ: { $examples }
verify_button = Kiểm tra
verify_results = Kết quả kiểm tra
verify_wait = Đang tìm…
verify_found = Các sản phẩm tìm thấy, gần đúng nhất ở trên:
verify_nothing = Không tìm thấy trong danh mục này. Điều đó chưa có nghĩa là sao giả: danh mục chỉ có sản phẩm được nêu ở đây. Hãy hỏi cơ quan đã ra quyết định.
verify_failed = Không tải được dữ liệu. Hãy kiểm tra kết nối rồi thử lại.
verify_qr = Có mã QR trên sản phẩm? Quét mã sẽ mở thẳng trang kiểm tra của sản phẩm đó.
verify_decisions = Tìm theo quyết định
verify_decisions_lead = So số và ngày trên giấy chứng nhận hoặc bao bì với danh sách này.
verify_meanings = Các trạng thái nghĩa là gì
verify_misuse = Thấy sao không đúng?
verify_all_decisions = Xem tất cả quyết định
verify_producer = Chủ thể
verify_made_in = Nơi sản xuất
description_verify = Kiểm tra sao OCOP bằng số quyết định, mã vạch, mã hoặc tên sản phẩm: còn hiệu lực hay đã hết hiệu lực.
verify_open = Mở trang sản phẩm
verify_report = Thấy sao OCOP trên sản phẩm không còn hiệu lực? Hãy báo cho Ủy ban nhân dân cấp xã hoặc Sở Nông nghiệp và Môi trường nơi bán hàng.
not_found_heading = Không tìm thấy trang
not_found_text = Địa chỉ này không có trong danh mục. Có thể trang đã đổi tên hoặc liên kết bị sai một chữ.
not_found_go = Bạn có thể xem tiếp:
redirect_heading = Trang đã chuyển địa chỉ
redirect_text = Trang này nay ở địa chỉ:

## Search

# search box of the header and of the home page
search = Tìm kiếm
search_hero = Tìm sản phẩm OCOP
search_label = Tìm sản phẩm, chủ thể, địa phương
search_placeholder = Tên sản phẩm, nơi làm, mã vạch…
search_button = Tìm
close = Đóng
suggest_products = Sản phẩm
suggest_words = Từ khóa
suggest_producers = Chủ thể
suggest_places = Địa phương
suggest_all = Xem tất cả kết quả cho
suggest_none = Chưa có gợi ý. Nhấn Enter để tìm.
# read aloud before the number of suggestions
suggest_some = Số gợi ý, chọn bằng phím mũi tên:
search_heading = Tìm sản phẩm
search_lead = Gõ có dấu hay không dấu đều được: tên sản phẩm, chủ thể, xã, huyện, tỉnh cũ hoặc mới, mã vạch, số quyết định.
search_needs_script = Ô tìm kiếm cần JavaScript, mà trình duyệt này không bật. Bạn vẫn xem được mọi sản phẩm qua các danh sách dưới đây.
search_key = Nhấn phím / để đến ô tìm kiếm, ở mọi trang
search_ways = Chọn từ danh sách
description_search = Tìm sản phẩm OCOP theo tên, chủ thể, địa phương cũ hoặc mới, hạng sao, nhóm sản phẩm, mã vạch hay số quyết định.

## Live lists

list_search = Tìm trong danh sách
sort = Sắp xếp
sort_relevance = Phù hợp nhất
sort_stars = Hạng sao
sort_name = Tên A–Z
sort_price = Giá thấp trước
facet_former = Địa danh cũ
facet_producer_type = Loại chủ thể
facet_status = Hiệu lực
facet_sales_point = Điểm bán
facet_price = Khoảng giá (đồng)
price_from = Từ
price_to = Đến
filter_chosen = Đang lọc theo
# read aloud before the name of a chosen filter
filter_remove = Bỏ lọc:
filter_clear = Xóa bộ lọc
# button that closes the filters on a phone
list_show = Xem { $number } sản phẩm
list_more = Xem thêm
list_shown = Đang hiện { $shown } trong { $number }
list_waiting = Đang tìm…
list_empty = Không có sản phẩm nào khớp.
list_partial = Không có sản phẩm nào khớp mọi từ. Dưới đây là những sản phẩm gần nhất.
list_near = Có phải bạn tìm:
# before the words that Telex or VNI typing stands for
list_decoded = Đã hiểu là:
list_error = Chưa tải được dữ liệu tìm kiếm. Hãy kiểm tra kết nối mạng rồi thử lại.
list_retry = Thử lại

## A portal of several catalogues

path_members = thanh-vien
nav_members = Danh mục thành viên
members_heading = Các danh mục thành viên
members_lead = Mỗi danh mục do một cơ quan lập và tự công bố. Cổng này gộp danh sách của họ, đếm chung và tìm chung; mỗi sản phẩm dẫn tới trang của danh mục gốc.
members_more = Số liệu chung
description_members = Các danh mục sản phẩm OCOP có trong cổng này, số sản phẩm theo hạng sao và theo nhóm, ngày của mỗi danh mục.
# name = title of the catalogue, products = products_count
description_member = { $name }: { $products }, theo hạng sao và theo nhóm, với đường dẫn tới trang gốc.
# name = title of the catalogue
member_visit = Mở { $name }
member_products = Sản phẩm
member_day = Tính đến
member_not_searched = Ô tìm kiếm của cổng này chưa tìm được sản phẩm của danh mục này. Danh sách dưới đây vẫn dẫn tới từng trang.
# number = grouped digits
member_more = và { $number } sản phẩm khác trên trang gốc
figures_members = Sản phẩm theo danh mục
figures_rule_members = Mỗi sản phẩm một lần. Chỉ tính sao chắc chắn còn hiệu lực vào ngày của cổng này.
figures_member_stars = Sản phẩm theo hạng sao
figures_rule_member_stars = Chỉ tính sao chắc chắn còn hiệu lực vào ngày của cổng này.
figures_member_groups = Sản phẩm theo nhóm
figures_rule_member_groups = Mỗi sản phẩm một lần, theo nhóm lớn.
# label of a number of catalogues
figure_members = danh mục thành viên
