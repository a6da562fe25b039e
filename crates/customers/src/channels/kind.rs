//! What sort of door it is.

use std::fmt;
use std::str::FromStr;

use kit::Error;
use serde::{Deserialize, Serialize};

macro_rules! kinds {
    ($($variant:ident $slug:literal $passes:tt),* $(,)?) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "lowercase")]
        pub enum ChannelKind { $($variant),* }

        impl ChannelKind {
            pub const ALL: &[ChannelKind] = &[$(ChannelKind::$variant),*];

            pub fn as_str(self) -> &'static str {
                match self { $(ChannelKind::$variant => $slug),* }
            }

            /// What passes through such a door when it is new: (tracking, talk, sales).
            pub fn passes(self) -> (bool, bool, bool) {
                match self { $(ChannelKind::$variant => $passes),* }
            }
        }
    };
}

kinds! {
    //                      track  talk   sell
    Web "web"              (true,  false, true),
    App "app"              (true,  false, true),
    Email "email"          (true,  true,  false),
    Sms "sms"              (true,  true,  false),
    Whatsapp "whatsapp"    (true,  true,  false),
    Messenger "messenger"  (true,  true,  false),
    Instagram "instagram"  (true,  true,  false),
    Telegram "telegram"    (true,  true,  false),
    Viber "viber"          (true,  true,  false),
    Phone "phone"          (true,  true,  true),
    Chat "chat"            (true,  true,  false),
    Form "form"            (true,  true,  false),
    Store "store"          (true,  true,  true),
    Marketplace "marketplace" (true, true, true),
    Print "print"          (true,  false, false),
    Ads "ads"              (true,  false, false),
    Partner "partner"      (true,  false, true),
    Event "event"          (true,  true,  false),
    Assistant "assistant"  (true,  true,  true),
    Push "push"            (true,  true,  false),
    Import "import"        (true,  false, false),
    Api "api"              (true,  true,  true),
}

impl fmt::Display for ChannelKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for ChannelKind {
    type Err = Error;

    fn from_str(text: &str) -> Result<ChannelKind, Error> {
        ChannelKind::ALL.iter().copied().find(|kind| kind.as_str() == text).ok_or_else(|| {
            let all: Vec<_> = ChannelKind::ALL.iter().map(|kind| kind.as_str()).collect();
            let detail = format!("“{text}” is no kind of door. Known are: {}.", all.join(", "));
            Error::bad_input("bad_channel_kind", detail)
        })
    }
}
