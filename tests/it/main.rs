//! Behaviour tests, in the order of a manual: one module per behaviour. The driver is in `site`.

mod site;

mod addresses;
mod certificates;
mod cli;
mod decisions;
mod docs;
mod faults;
mod figures;
mod gazetteer;
mod golden;
mod guide;
mod hard_sheets;
mod hostile;
mod import;
mod languages;
mod lists;
mod messages;
mod office;
mod offline;
mod paper;
mod photos;
mod places;
mod portal;
mod product_page;
mod properties;
mod publishing;
mod sample;
mod search;
mod search_page;
mod session;
mod share;
mod stories;
mod themes;
mod tidy;
