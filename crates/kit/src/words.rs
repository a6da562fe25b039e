//! Enums that are stored and sent as words.

/// `words! { State: Open "open", Closed "closed" }` makes an enum whose values are these words in the database and in JSON.
#[macro_export]
macro_rules! words {
    ($(#[$doc:meta])* $name:ident: $($(#[$note:meta])* $variant:ident $word:literal),* $(,)?) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        pub enum $name {
            $($(#[$note])* #[serde(rename = $word)] $variant),*
        }

        impl $name {
            pub const ALL: &[$name] = &[$($name::$variant),*];
            pub const WORDS: &[&str] = &[$($word),*];

            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word),* }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::Error;

            fn from_str(text: &str) -> $crate::Result<$name> {
                let found = $name::ALL.iter().copied().find(|one| one.as_str() == text);
                found.ok_or_else(|| {
                    let detail = format!("“{text}” is none of {}.", $name::WORDS.join(", "));
                    $crate::Error::bad_input("unknown_word", detail)
                })
            }
        }
    };
}
