//! Routes that say who may call them.
//!
//! [`Routes`] is axum's router that cannot be given a route without an [`Access`], and that can tell all its
//! routes. So a test can call each of them as each sort of caller, and none is forgotten.

use std::convert::Infallible;
use std::error::Error;

use axum::Router;
use axum::extract::Request;
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, Route};
use tower::{Layer, Service};

/// Who may call a route. The handler sees to it; the permission matrix test calls it as everybody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    Everybody,
    /// Whoever has a key of an open door, the public one or the secret one.
    AnyKey,
    /// Whoever has a key of an open door through which talk passes; what was said is shown only to whoever proves that
    /// they took part.
    Visitor,
    /// Whoever has the secret key of an open door.
    SecretKey,
    /// Whoever has the secret key of an open door that stands for the merchant's own servers.
    ServerKey,
    /// Whoever is signed in; the page itself asks which rights.
    Staff,
}

/// An address and who may call it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub path: String,
    pub access: Access,
}

/// Some routes. Each has the access of the table in which it was written.
pub struct Routes<S = ()> {
    access: Access,
    listed: Vec<Listed>,
    router: Router<S>,
}

impl<S: Clone + Send + Sync + 'static> Routes<S> {
    /// An empty table of routes for these callers.
    pub fn of(access: Access) -> Routes<S> {
        Routes { access, listed: Vec::new(), router: Router::new() }
    }

    /// As `Router::route`.
    pub fn route(mut self, path: &str, methods: MethodRouter<S>) -> Routes<S> {
        self.listed.push(Listed { path: path.to_string(), access: self.access });
        self.router = self.router.route(path, methods);
        self
    }

    /// Both tables; each route keeps its access.
    pub fn merge(mut self, other: Routes<S>) -> Routes<S> {
        self.listed.extend(other.listed);
        self.router = self.router.merge(other.router);
        self
    }

    /// As `Router::layer`: around the routes that are there already.
    pub fn layer<L>(mut self, layer: L) -> Routes<S>
    where
        L: Layer<Route> + Clone + Send + Sync + 'static,
        L::Service: Service<Request> + Clone + Send + Sync + 'static,
        <L::Service as Service<Request>>::Response: IntoResponse + 'static,
        <L::Service as Service<Request>>::Error: Into<Infallible> + 'static,
        <L::Service as Service<Request>>::Future: Send + 'static,
    {
        self.router = self.router.layer(layer);
        self
    }

    /// As `Router::with_state`.
    pub fn with_state<T>(self, state: S) -> Routes<T> {
        let router = self.router.with_state(state);
        Routes { access: self.access, listed: self.listed, router }
    }

    pub fn listed(&self) -> &[Listed] {
        &self.listed
    }

    pub fn into_router(self) -> Router<S> {
        self.router
    }
}

/// Whether a body could not be read because it came too slowly.
pub fn is_timed_out(error: &(dyn Error + 'static)) -> bool {
    let causes = std::iter::successors(Some(error), |error| (*error).source());
    causes
        .filter_map(|error| error.downcast_ref::<std::io::Error>())
        .any(|error| error.kind() == std::io::ErrorKind::TimedOut)
}
