//! What goes into a statement and what comes out of a row, the same for both engines.

use std::borrow::Cow;
use std::error::Error as StdError;

use rusqlite::types::{ToSqlOutput, ValueRef};
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{IsNull, Kind, ToSql, Type};

use crate::{Error, Result, Time};

/// A parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum V<'a> {
    Null,
    Int(i64),
    Float(f64),
    Text(&'a str),
    Blob(&'a [u8]),
    /// For `in ($n)`.
    List(Vec<V<'a>>),
}

/// What can be a parameter.
pub trait ToV {
    fn to_v(&self) -> V<'_>;
}

/// The values of an `in ($n)`: `params![List(&ids)]`.
pub struct List<'a, T>(pub &'a [T]);

/// The parameters of a statement, in the order of their numbers.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::db::ToV::to_v(&$value)),*] as &[$crate::db::V<'_>] };
}

impl ToV for V<'_> {
    fn to_v(&self) -> V<'_> {
        self.clone()
    }
}
impl ToV for i64 {
    fn to_v(&self) -> V<'_> {
        V::Int(*self)
    }
}
impl ToV for i32 {
    fn to_v(&self) -> V<'_> {
        V::Int(i64::from(*self))
    }
}
impl ToV for bool {
    fn to_v(&self) -> V<'_> {
        V::Int(i64::from(*self))
    }
}
impl ToV for f64 {
    fn to_v(&self) -> V<'_> {
        V::Float(*self)
    }
}
impl ToV for Time {
    fn to_v(&self) -> V<'_> {
        V::Int(self.0)
    }
}
impl ToV for str {
    fn to_v(&self) -> V<'_> {
        V::Text(self)
    }
}
impl ToV for String {
    fn to_v(&self) -> V<'_> {
        V::Text(self)
    }
}
impl ToV for Cow<'_, str> {
    fn to_v(&self) -> V<'_> {
        V::Text(self)
    }
}
impl ToV for [u8] {
    fn to_v(&self) -> V<'_> {
        V::Blob(self)
    }
}
impl<const N: usize> ToV for [u8; N] {
    fn to_v(&self) -> V<'_> {
        V::Blob(self)
    }
}
impl ToV for Vec<u8> {
    fn to_v(&self) -> V<'_> {
        V::Blob(self)
    }
}
impl<T: ToV + ?Sized> ToV for &T {
    fn to_v(&self) -> V<'_> {
        (**self).to_v()
    }
}
impl<T: ToV> ToV for Option<T> {
    fn to_v(&self) -> V<'_> {
        self.as_ref().map_or(V::Null, ToV::to_v)
    }
}
impl<T: ToV> ToV for List<'_, T> {
    fn to_v(&self) -> V<'_> {
        V::List(self.0.iter().map(ToV::to_v).collect())
    }
}

impl rusqlite::ToSql for V<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            V::Null => ValueRef::Null,
            V::Int(n) => ValueRef::Integer(*n),
            V::Float(n) => ValueRef::Real(*n),
            V::Text(text) => match without_nul(text) {
                Cow::Borrowed(text) => ValueRef::Text(text.as_bytes()),
                Cow::Owned(text) => return Ok(ToSqlOutput::from(text)),
            },
            V::Blob(bytes) => ValueRef::Blob(bytes),
            V::List(_) => {
                let message = "a list stands only in `in ($n)`";
                return Err(rusqlite::Error::ToSqlConversionFailure(message.into()));
            }
        }))
    }
}

/// U+0000 cannot stand in a text of PostgreSQL, and ends one for half of SQLite's functions. A client that sends
/// one shall not fail the calls beside its own.
fn without_nul(text: &str) -> Cow<'_, str> {
    if text.contains('\0') { text.replace('\0', "\u{fffd}").into() } else { text.into() }
}

type PgResult = std::result::Result<IsNull, Box<dyn StdError + Sync + Send>>;

impl ToSql for V<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> PgResult {
        match self {
            V::Null => Ok(IsNull::Yes),
            V::Int(n) if *ty == Type::INT4 => i32::try_from(*n)?.to_sql(ty, out),
            V::Int(n) => n.to_sql(ty, out),
            V::Float(n) => n.to_sql(ty, out),
            V::Text(text) => without_nul(text).to_sql(ty, out),
            V::Blob(bytes) => bytes.to_sql(ty, out),
            V::List(items) => items.to_sql(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    fn to_sql_checked(&self, ty: &Type, out: &mut BytesMut) -> PgResult {
        let fits = match self {
            V::Null => true,
            V::Int(_) => matches!(*ty, Type::INT8 | Type::INT4),
            V::Float(_) => *ty == Type::FLOAT8,
            V::Text(_) => matches!(*ty, Type::TEXT | Type::VARCHAR | Type::UNKNOWN),
            V::Blob(_) => *ty == Type::BYTEA,
            V::List(_) => matches!(ty.kind(), Kind::Array(_)),
        };
        if fits { self.to_sql(ty, out) } else { Err(format!("{self:?} is no {ty}").into()) }
    }
}

/// A row of either engine.
pub enum Row<'a> {
    Lite(&'a rusqlite::Row<'a>),
    Pg(&'a tokio_postgres::Row),
}

impl Row<'_> {
    pub fn get<T: FromColumn>(&self, i: usize) -> Result<T> {
        T::from_column(self, i)
    }

    /// Text without a copy.
    pub fn text(&self, i: usize) -> Result<&str> {
        self.text_maybe(i)?.ok_or_else(|| is_null(i))
    }

    pub fn text_maybe(&self, i: usize) -> Result<Option<&str>> {
        match self {
            Row::Lite(row) => match row.get_ref(i).map_err(Error::internal)? {
                ValueRef::Null => Ok(None),
                value => value.as_str().map(Some).map_err(Error::internal),
            },
            Row::Pg(row) => row.try_get(i).map_err(Error::internal),
        }
    }

    fn int_maybe(&self, i: usize) -> Result<Option<i64>> {
        match self {
            Row::Lite(row) => row.get(i).map_err(Error::internal),
            Row::Pg(row) => row.try_get(i).map_err(Error::internal),
        }
    }

    fn float_maybe(&self, i: usize) -> Result<Option<f64>> {
        match self {
            Row::Lite(row) => row.get(i).map_err(Error::internal),
            Row::Pg(row) => row.try_get(i).map_err(Error::internal),
        }
    }

    fn blob_maybe(&self, i: usize) -> Result<Option<&[u8]>> {
        match self {
            Row::Lite(row) => match row.get_ref(i).map_err(Error::internal)? {
                ValueRef::Null => Ok(None),
                value => value.as_blob().map(Some).map_err(Error::internal),
            },
            Row::Pg(row) => row.try_get(i).map_err(Error::internal),
        }
    }
}

fn is_null(i: usize) -> Error {
    Error::internal(format!("column {i} is null where a value was expected"))
}

/// What a column can be read as.
pub trait FromColumn: Sized {
    fn from_column_maybe(row: &Row, i: usize) -> Result<Option<Self>>;

    fn from_column(row: &Row, i: usize) -> Result<Self> {
        Self::from_column_maybe(row, i)?.ok_or_else(|| is_null(i))
    }
}

impl<T: FromColumn> FromColumn for Option<T> {
    fn from_column_maybe(row: &Row, i: usize) -> Result<Option<Self>> {
        Ok(Some(T::from_column_maybe(row, i)?))
    }
}
impl FromColumn for i64 {
    fn from_column_maybe(row: &Row, i: usize) -> Result<Option<i64>> {
        row.int_maybe(i)
    }
}
impl FromColumn for bool {
    fn from_column_maybe(row: &Row, i: usize) -> Result<Option<bool>> {
        Ok(row.int_maybe(i)?.map(|n| n != 0))
    }
}
impl FromColumn for f64 {
    fn from_column_maybe(row: &Row, i: usize) -> Result<Option<f64>> {
        row.float_maybe(i)
    }
}
impl FromColumn for Time {
    fn from_column_maybe(row: &Row, i: usize) -> Result<Option<Time>> {
        Ok(row.int_maybe(i)?.map(Time))
    }
}
impl FromColumn for String {
    fn from_column_maybe(row: &Row, i: usize) -> Result<Option<String>> {
        Ok(row.text_maybe(i)?.map(str::to_string))
    }
}
impl FromColumn for Vec<u8> {
    fn from_column_maybe(row: &Row, i: usize) -> Result<Option<Vec<u8>>> {
        Ok(row.blob_maybe(i)?.map(<[u8]>::to_vec))
    }
}
impl<const N: usize> FromColumn for [u8; N] {
    fn from_column_maybe(row: &Row, i: usize) -> Result<Option<[u8; N]>> {
        row.blob_maybe(i)?.map(|bytes| bytes.try_into().map_err(Error::internal)).transpose()
    }
}
