//! What every handler of the product gets.

use customers::Ctx;
use kit::Result;

#[derive(Clone)]
pub struct App {
    pub ctx: Ctx,
    /// The desk opens without a sign-in to whoever sits at this machine: `onedoor demo` only, which refuses to
    /// listen on any other address than this machine's own.
    pub open_desk: bool,
}

impl App {
    pub fn new(ctx: Ctx) -> Result<App> {
        Ok(App { ctx, open_desk: false })
    }
}
