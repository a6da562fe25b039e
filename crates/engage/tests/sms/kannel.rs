//! A conversation by a real Kannel: bearerbox, smsbox and the fake centre of its package.

use std::net::SocketAddr;
use std::process::{Command, Stdio};
use std::sync::Arc;

use customers::channels::{Channel, ChannelKind};
use customers::identities::store as identities;
use engage::connectors::sms::hooks;
use engage::connectors::{Provider, http, link};
use engage::conversations::{ConversationId, State, store};
use engage::testing::{Cut, HttpLine, Talk, door, on_each_engine, promised};
use expect_test::expect;
use kit::Tx;
use kit::testing::Folder;
use kit::time::minutes;
use serde_json::json;

use crate::centre::{Running, free_port, until};

const BEARERBOX: &str = "/usr/sbin/bearerbox";
const SMSBOX: &str = "/usr/sbin/smsbox";
const FAKE_CENTRE: &str = "/usr/lib/kannel/test/fakesmsc";
const SECRET: &str = "3f9c";

struct Kannel {
    /// Where sendsms listens.
    port: u16,
    centre: u16,
    folder: Folder,
    _boxes: Vec<Running>,
}

impl Kannel {
    /// Brings what comes in to this address.
    async fn start(hook: &str) -> Kannel {
        let folder = Folder::new();
        let [admin, boxes, port, centre] = std::array::from_fn(|_| free_port());
        let config = format!(
            "group = core\nadmin-port = {admin}\nadmin-password = adm\nadmin-interface = \"127.0.0.1\"\n\
             smsbox-port = {boxes}\nsmsbox-interface = \"127.0.0.1\"\nbox-deny-ip = \"*.*.*.*\"\n\
             box-allow-ip = \"127.0.0.1\"\ndlr-storage = internal\n\n\
             group = smsc\nsmsc = fake\nsmsc-id = fake\nport = {centre}\nconnect-allow-ip = 127.0.0.1\n\n\
             group = smsbox\nbearerbox-host = 127.0.0.1\nsendsms-port = {port}\n\
             sendsms-interface = \"127.0.0.1\"\n\n\
             group = sendsms-user\nusername = shop\npassword = secret\nconcatenation = true\n\
             max-messages = 20\n\n\
             group = sms-service\nkeyword = default\ncatch-all = true\nmax-messages = 0\n\
             get-url = \"{hook}?from=%p&to=%P&id=%I&text=%a\"\n"
        );
        let file = folder.0.join("kannel.conf");
        std::fs::write(&file, config).unwrap();
        let start = |program: &str| Running::start(Command::new(program).arg(&file));
        let bearerbox = start(BEARERBOX);
        until("bearerbox listens", async || {
            std::net::TcpStream::connect(("127.0.0.1", boxes)).ok()
        })
        .await;
        let smsbox = start(SMSBOX);
        let kannel = Kannel { port, centre, folder, _boxes: vec![smsbox, bearerbox] };
        until("sendsms listens", async || std::net::TcpStream::connect(("127.0.0.1", port)).ok())
            .await;
        kannel
    }

    /// A telephone that sends one SMS, and stays to take those that come.
    fn telephone(&self, text: &str) -> Running {
        let mut fake = Command::new(FAKE_CENTRE);
        fake.args(["-H", "127.0.0.1", "-r", &self.centre.to_string(), "-i", "60", "-m", "2"]);
        fake.arg(format!("+48601234567 7123 text {text}")).stdin(Stdio::null());
        Running::logged(&mut fake, &self.folder.0.join("telephone.log"))
    }

    /// How often an SMS with these words reached the telephone.
    fn reached(&self, words: &str) -> usize {
        let log = std::fs::read_to_string(self.folder.0.join("telephone.log")).unwrap();
        log.lines().filter(|line| line.contains("Got message") && line.contains(words)).count()
    }
}

/// The server's addresses for providers, on a port of this machine.
async fn serve_hooks(talk: &Talk) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let router = hooks::routes(talk.ctx.clone()).into_router();
    tokio::spawn(async move { axum::serve(listener, router).await });
    url
}

async fn connect(talk: &Talk, sms: &Arc<Channel>, public_url: &str, kannel: SocketAddr) {
    let settings = json!({
        "url": format!("http://{kannel}"), "username": "shop", "from": "7123",
        "public_url": public_url, "plain": "latin",
    });
    let secrets = json!({"password": "secret", "hook_secret": SECRET});
    let (keys, now) = (&talk.ctx.secrets, talk.ctx.customers.clock.now());
    let save = |tx: &Tx| link::save(tx, keys, sms.id, Provider::Kannel, &settings, &secrets, now);
    talk.ctx.customers.db.write(save).await.unwrap();
}

async fn conversation(talk: &Talk) -> Option<ConversationId> {
    let customer = talk.shop.who("phone:+48601234567").await?;
    let read = |tx: &Tx| store::of_leaves(tx, &identities::leaves(tx, customer)?);
    talk.ctx.customers.db.read(read).await.unwrap().first().map(|part| part.root_id)
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs Debian's kannel and kannel-extras; cargo x sms runs it"]
async fn an_sms_by_kannel_is_answered_and_its_report_comes_back() {
    on_each_engine(async |talk| {
        let sms = door(&talk.ctx, ChannelKind::Sms, "SMS", None).await;
        let public_url = serve_hooks(talk).await;
        let kannel = Kannel::start(&format!("{public_url}/hooks/{}/kannel/{SECRET}", sms.id)).await;
        connect(talk, &sms, &public_url, ([127, 0, 0, 1], kannel.port).into()).await;
        let _telephone = kannel.telephone("Czy jest lampa?");
        let conversation = until("it came in", async || conversation(talk).await).await;
        talk.answers(conversation, "Jest, proszę przyjść do piątku.").await.unwrap();
        talk.work().await;
        until("it is delivered", async || {
            let last = talk.messages(conversation).await.pop()?;
            (last.state == State::Delivered).then_some(())
        })
        .await;
        expect![[r#"
            [
                "customer by SMS: Czy jest lampa? (received)",
                "agent by SMS: Jest, proszę przyjść do piątku. (delivered)",
            ]
        "#]]
        .assert_debug_eq(&talk.transcript(conversation).await);

        let forged =
            format!("{public_url}/hooks/{}/kannel/guess?from=%2B48601234567&id=1&text=x", sms.id);
        let answer = http::send(axum::http::Method::GET, &forged, &[], Vec::new()).await.unwrap();
        assert_eq!(answer.status, 401);
        assert_eq!(talk.messages(conversation).await.len(), 2);
    })
    .await;
}

/// The line to Kannel is cut at each step of a request. What reached the telephone says how often the SMS arrived;
/// docs/sending.md says how often it may.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs Debian's kannel and kannel-extras; cargo x sms runs it"]
async fn an_sms_cut_at_each_step_of_the_request() {
    on_each_engine(async |talk| {
        let sms = door(&talk.ctx, ChannelKind::Sms, "SMS", None).await;
        let public_url = serve_hooks(talk).await;
        let kannel = Kannel::start(&format!("{public_url}/hooks/{}/kannel/{SECRET}", sms.id)).await;
        let mut line = HttpLine::to(([127, 0, 0, 1], kannel.port).into()).await;
        connect(talk, &sms, &public_url, line.address()).await;
        let _telephone = kannel.telephone("Czy jest lampa?");
        let conversation = until("it came in", async || conversation(talk).await).await;
        let until_known = async || {
            until("Kannel has it", async || {
                talk.work().await;
                let last = talk.messages(conversation).await.pop()?;
                matches!(last.state, State::Sent | State::Delivered).then_some(())
            })
            .await;
        };
        for cut in Cut::ALL {
            line.cut_next(cut).await;
            talk.answers(conversation, cut.words()).await.unwrap();
            talk.work().await;
            line.mend().await;
            if matches!(cut, Cut::BeforeAnswer | Cut::InAnswerHead) {
                until_known().await;
            }
            talk.ctx.customers.clock.advance(minutes(2));
            until_known().await;
            talk.ctx.customers.clock.advance(minutes(5));
            talk.work().await;
        }
        until("the last has arrived", async || {
            (kannel.reached(Cut::InAnswerBody.words()) > 0).then_some(())
        })
        .await;
        for cut in Cut::ALL {
            let text = cut.words();
            assert_eq!(kannel.reached(text), promised("Kannel", text), "cut {text}");
        }
    })
    .await;
}
