//! The shop says when it is open, in the languages in which it does.

use customers::accounts::Permit;
use kit::i18n::Lang;

use super::*;
use crate::testing::on_each_engine;

#[tokio::test(flavor = "multi_thread")]
async fn a_text_is_said_in_its_language_until_it_is_taken_back() {
    on_each_engine(async |talk| {
        let (ctx, by) = (&talk.ctx, Permit::console());
        set(ctx, &by, Name::Hours, Some(Lang::Pl), "  Codziennie 9–17. ").await.unwrap();
        set(ctx, &by, Name::OrderPatterns, None, "W-#####\r\n\r\nK-####").await.unwrap();
        let read =
            |lang| async move { ctx.customers.db.read(|tx| text(tx, Name::Hours, lang)).await };
        assert_eq!(read(Lang::Pl).await.unwrap().as_deref(), Some("Codziennie 9–17."));
        assert_eq!(read(Lang::Ro).await.unwrap(), None);
        let patterns = ctx.customers.db.read(order_patterns).await.unwrap();
        assert_eq!(patterns, ["W-#####", "K-####"]);
        set(ctx, &by, Name::Hours, Some(Lang::Pl), "").await.unwrap();
        assert_eq!(read(Lang::Pl).await.unwrap(), None);
        let long = set(ctx, &by, Name::Hours, None, &"a".repeat(4_001)).await;
        assert_eq!(long.unwrap_err().code, "text_too_long");
    })
    .await;
}
