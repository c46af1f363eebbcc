//! Sources of the web, as a small site on loopback is one.

mod at_once;
mod fetching;
mod following;
mod site;
