//! Whom we believe that a mail server is who it says it is: one that an authority of the web vouches for, or one that the
//! shop's own authority does. There is no way to believe everybody.

use kit::{Error, Result};
use lettre::transport::smtp::client::{Certificate, TlsParameters};
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use super::Settings;

/// The certificates of the shop's own authority, if it has one.
pub fn own(settings: &Settings) -> Result<Vec<CertificateDer<'static>>> {
    let Some(pem) = &settings.authority else { return Ok(Vec::new()) };
    let unclear = |why: &dyn std::fmt::Display| {
        let detail = format!("This is no certificate in PEM (-----BEGIN CERTIFICATE-----): {why}.");
        Error::bad_input("bad_authority", detail)
    };
    let found: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem.as_bytes()).collect();
    let found = found.map_err(|error| unclear(&error))?;
    let mut store = RootCertStore::empty();
    for certificate in &found {
        store.add(certificate.clone()).map_err(|error| unclear(&error))?;
    }
    if found.is_empty() { Err(unclear(&"there is none in it")) } else { Ok(found) }
}

/// For a connection to the mailbox.
pub fn of_mailbox(settings: &Settings) -> Result<ClientConfig> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    for certificate in own(settings)? {
        roots.add(certificate).map_err(Error::internal)?;
    }
    Ok(ClientConfig::builder().with_root_certificates(roots).with_no_client_auth())
}

/// For a connection to the sending server.
pub fn of_sending(settings: &Settings) -> Result<TlsParameters> {
    let mut parameters = TlsParameters::builder(settings.smtp_host.clone());
    for certificate in own(settings)? {
        let certificate = Certificate::from_der(certificate.to_vec()).map_err(Error::internal)?;
        parameters = parameters.add_root_certificate(certificate);
    }
    parameters.build_rustls().map_err(Error::internal)
}

/// Whether what went wrong is the server's certificate, by the words of the TLS library.
pub fn is_about_certificate(words: &str) -> bool {
    words.contains("invalid peer certificate")
}
