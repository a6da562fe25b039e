//! What every handler of the product gets.

use customers::Ctx;

#[derive(Clone)]
pub struct App {
    pub ctx: Ctx,
}
