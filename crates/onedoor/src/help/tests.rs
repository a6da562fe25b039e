//! A customer looks for how to send something back.

use customers::accounts::Permit;
use engage::articles::{self, New, State as Stands};
use kit::i18n::Lang;

use crate::desk::tests::World;

async fn shop() -> World {
    let world = World::with_anna().await;
    let new = |lang, title: &str, slug: &str, body: &str, state| New {
        lang,
        slug: slug.into(),
        title: title.into(),
        category: "Orders".into(),
        body: body.into(),
        state,
    };
    let (ctx, by) = (&world.app.engage, Permit::console());
    let returns =
        new(Lang::En, "Returns", "", "You have **30 days**. <script>x</script>", Stands::Published);
    let id = articles::save(ctx, &by, None, &returns).await.unwrap();
    let zwroty = new(Lang::Pl, "Zwroty", "", "Masz 30 dni.", Stands::Published);
    articles::save(ctx, &by, Some(id), &zwroty).await.unwrap();
    let draft = new(Lang::En, "Plans", "", "Secret.", Stands::Draft);
    articles::save(ctx, &by, None, &draft).await.unwrap();
    world
}

#[tokio::test]
async fn an_article_is_read_in_its_languages_without_anything_that_runs() {
    let mut world = shop().await;
    let list = world.get("/help?lang=en").await;
    assert!(list.body.contains("href=\"/help/returns\"") && !list.body.contains("Plans"));
    assert!(
        list.headers["content-security-policy"].to_str().unwrap().starts_with("default-src 'none'")
    );
    let page = world.get("/help/returns").await;
    assert!(page.body.contains("<strong>30 days</strong>") && !page.body.contains("<script"));
    assert!(
        page.body.contains("hreflang=\"pl\" href=\"http://desk.kubek.pl/help/zwroty\""),
        "{}",
        page.body
    );
    let polish = world.get("/help/zwroty").await;
    assert!(polish.body.contains("<html lang=\"pl\">"));
    assert_eq!(world.get("/help/plans").await.status.as_u16(), 404);
    assert_eq!(world.get("/help/nothing").await.status.as_u16(), 404);
}

#[tokio::test]
async fn what_is_looked_for_is_found_and_a_reader_says_once_if_it_helped() {
    let mut world = shop().await;
    let found = world.get("/help?lang=pl&q=zwrot").await;
    assert!(found.body.contains("/help/zwroty"), "{}", found.body);
    assert!(!world.get("/help?lang=en&q=secret").await.body.contains("plans"));
    for _ in 0..2 {
        let thanked = world.post("/help/returns/vote", "helped=yes").await;
        assert_eq!(thanked.location(), "/help/returns?thanks=1");
    }
    let read = |tx: &kit::Tx| articles::find_by_slug(tx, "returns");
    assert_eq!(world.app.ctx.db.read(read).await.unwrap().unwrap().helped, 1);
}
