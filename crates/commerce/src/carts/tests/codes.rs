//! Codes and sessions, without a browser.

use customers::channels::ChannelId;
use customers::identities::CustomerId;
use kit::Time;
use kit::secrets::Secrets;

use crate::carts::Reach;
use crate::carts::code::Code;
use crate::carts::session::{Handed, Session};

const DOOR: ChannelId = ChannelId([1; 16]);
const OTHER_DOOR: ChannelId = ChannelId([2; 16]);

fn keys() -> Secrets {
    Secrets::of_hex(&Secrets::random_hex().unwrap()).unwrap()
}

#[test]
fn a_code_is_read_as_people_type_say_and_scan_it() {
    let code = Code::random().unwrap();
    let shown = code.to_string();
    assert_eq!(shown.len(), 9);
    for text in [
        shown.clone(),
        shown.to_lowercase(),
        shown.replace('-', " "),
        code.plain().to_string(),
        format!("https://kubek.pl/#cart={}", code.plain()),
        format!("  {shown}\n"),
    ] {
        assert_eq!(Code::parse(&text), Some(code.clone()), "{text}");
    }
    for text in ["", "F4KM", "F4KM-7RP0", "F4KM-7RPAA", "https://kubek.pl/"] {
        assert_eq!(Code::parse(text), None, "{text}");
    }
    assert_eq!(format!("{code:?}"), "Code(…)");
    assert_ne!(code.hash(&keys()).unwrap(), code.hash(&keys()).unwrap());
}

#[test]
fn a_session_is_good_at_its_door_only_and_cannot_be_made_up() {
    let keys = keys();
    let own = CustomerId([7; 16]);
    let reach = Reach { leaf: CustomerId([8; 16]), is_whole: true };
    let handed = Some(Handed { reach, until: Time(5) });
    for session in [Session { own, handed: None }, Session { own, handed }] {
        let text = session.reveal(&keys, DOOR).unwrap();
        assert_eq!(Session::read(&keys, DOOR, &text).unwrap(), session);
        let refused = |text: &str, door| Session::read(&keys, door, text).unwrap_err().code;
        assert_eq!(refused(&text, OTHER_DOOR), "bad_session");
        assert_eq!(refused(&text[1..], DOOR), "bad_session");
        let (plain, signature) = text.split_once('.').unwrap();
        assert_eq!(refused(plain, DOOR), "bad_session");
        let other = Session { own: CustomerId([9; 16]), handed };
        let other = other.reveal(&keys, DOOR).unwrap();
        let (others_plain, _) = other.split_once('.').unwrap();
        assert_eq!(refused(&format!("{others_plain}.{signature}"), DOOR), "bad_session");
    }
}
