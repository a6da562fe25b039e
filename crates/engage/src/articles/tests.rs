//! What is written, what is shown of it, and how it is found.

use customers::accounts::Permit;
use expect_test::expect;

use super::render::{to_html, to_text};
use super::*;
use crate::testing::on_each_engine;

#[test]
fn markdown_becomes_html_in_which_nothing_runs() {
    expect![[r#"
        <h2>Returns</h2>
        <p>You have <strong>30 days</strong>, see <a href="/help/hours" rel="noopener">hours</a>.</p>
        <ul>
        <li>one</li>
        </ul>
    "#]]
    .assert_eq(&to_html("# Returns\n\nYou have **30 days**, see [hours](/help/hours).\n\n- one"));
    // The largest heading stands right below the title, however it was written.
    expect![[r#"
        <h2>In the store</h2>
        <h3>By card</h3>
    "#]]
    .assert_eq(&to_html("## In the store\n\n### By card"));
    let evil = [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "<img src=x onerror=alert(1)>",
        "![x](javascript:alert(1))",
        "<style>*{display:none}</style>",
        "<a href=\"javascript:x\">a</a>",
    ];
    for text in evil {
        let html = to_html(text);
        for bad in
            ["<script", "javascript:alert(1)\"", "<img src=x", "<style", "<a href=\"javascript"]
        {
            assert!(!html.contains(bad), "{text}: {html}");
        }
    }
    expect![[r#"
        Returns

        You have 30 days, see hours.

        – one
        – two"#]]
    .assert_eq(&to_text(
        "# Returns\n\nYou have **30 days**, see [hours](/help/hours).\n\n- one\n- two",
    ));
}

#[test]
fn an_address_is_made_of_the_title() {
    assert_eq!(slug_of("Zwroty i wymiany").as_deref(), Some("zwroty-i-wymiany"));
    assert_eq!(slug_of("Возврат"), None);
    assert_eq!(slug_of("search"), None);
}

fn new(lang: Lang, title: &str, body: &str, state: State) -> New {
    let (slug, category) = (String::new(), "Orders".to_string());
    New { lang, slug, title: title.into(), category, body: body.into(), state }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_has_a_text_in_each_language_and_readers_say_if_it_helped() {
    on_each_engine(async |talk| {
        let (ctx, by, db) = (&talk.ctx, Permit::console(), &talk.ctx.customers.db);
        let returns = new(Lang::En, "Returns", "You have 30 days.", State::Published);
        let id = save(ctx, &by, None, &returns).await.unwrap();
        save(ctx, &by, Some(id), &new(Lang::Pl, "Zwroty", "Masz 30 dni.", State::Draft))
            .await
            .unwrap();
        let taken = save(ctx, &by, None, &returns).await.unwrap_err();
        assert_eq!(taken.code, "slug_taken");
        let no_latin =
            save(ctx, &by, Some(id), &new(Lang::Ru, "Возврат", "30 дней", State::Published)).await;
        assert!(no_latin.is_ok());
        assert_eq!(db.read(|tx| published(tx, Lang::Pl)).await.unwrap().len(), 0);
        assert_eq!(db.read(titles).await.unwrap().len(), 2);
        vote(ctx, "returns", true).await.unwrap();
        vote(ctx, "returns", false).await.unwrap();
        assert_eq!(vote(ctx, "zwroty", true).await.unwrap_err().code, "not_found");
        save(ctx, &by, Some(id), &New { body: "You have 14 days.".into(), ..returns })
            .await
            .unwrap();
        let text = db.read(|tx| find(tx, id, Lang::En)).await.unwrap().unwrap();
        assert_eq!((text.helped, text.not_helped, text.body.as_str()), (1, 1, "You have 14 days."));
        delete(ctx, &by, id, Lang::En).await.unwrap();
        assert_eq!(db.read(|tx| of_article(tx, id)).await.unwrap().len(), 2);
    })
    .await;
}

#[test]
fn a_question_finds_the_article_that_answers_it() {
    let article = |title: &str, body: &str| Article {
        id: ArticleId([0; 16]),
        lang: Lang::Pl,
        slug: slug_of(title).unwrap(),
        title: title.into(),
        category: String::new(),
        body: body.into(),
        state: State::Published,
        changed_at: Time(0),
        helped: 0,
        not_helped: 0,
    };
    let all = [
        article("Zwroty i wymiany", "Masz 30 dni na zwrot towaru."),
        article("Mielenie kawy", "Jaki grubość mielenia do kawiarki, a jaki do zaparzacza."),
        article("Dostawa", "Paczka idzie dwa dni."),
    ];
    let check = |question: &str, expected: Option<&str>| {
        let best = rank::best(question, &all);
        assert_eq!(best.first().map(|(_, article)| article.title.as_str()), expected, "{question}");
    };
    check("Jak mogę zwrócić filiżankę? zwrot", Some("Zwroty i wymiany"));
    check("jakie mielenie do kawiarki", Some("Mielenie kawy"));
    check("ile idzie paczka", Some("Dostawa"));
    check("xyz", None);
}
