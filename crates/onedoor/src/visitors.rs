//! Who sits at a browser of the shop: what the chat of a door knows of its tokens holds for its cart too.

use std::net::IpAddr;
use std::pin::Pin;

use axum::http::request::Parts;
use commerce::carts::Vouching;
use customers::channels::Door;
use engage::connectors::chat;
use kit::Result;

pub struct Visitors(pub engage::Ctx);

impl Vouching for Visitors {
    fn account<'a>(
        &'a self,
        door: &'a Door,
        token: &'a str,
    ) -> Pin<Box<dyn Future<Output = Result<String>> + Send + 'a>> {
        Box::pin(async move { Ok(chat::vouched_at(&self.0, door, token).await?.account) })
    }

    fn address(&self, parts: &Parts) -> Option<IpAddr> {
        chat::address(parts)
    }
}
