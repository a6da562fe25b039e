//! Writes a form with a file in it (RFC 7578).

/// A form's fields and one file; returns the content type and the body.
pub fn form(
    fields: &[(&str, &str)],
    (field, file_name, media_type): (&str, &str, &str),
    content: &[u8],
) -> (String, Vec<u8>) {
    let boundary = boundary(content);
    let mut body = Vec::with_capacity(content.len() + 1_024);
    for (name, value) in fields {
        let part = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        );
        body.extend_from_slice(part.as_bytes());
    }
    let head = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{}\"\r\n\
         Content-Type: {}\r\n\r\n",
        quoted(file_name),
        plain(media_type)
    );
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(content);
    body.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
    (format!("multipart/form-data; boundary={boundary}"), body)
}

/// A line that stands nowhere in the content.
fn boundary(content: &[u8]) -> String {
    let stands_in = |line: &str| content.windows(line.len()).any(|part| part == line.as_bytes());
    let candidates = (0_u32..).map(|number| format!("onedoor-{number:08x}"));
    candidates.into_iter().find(|line| !stands_in(line)).unwrap_or_default()
}

/// As browsers write a name (HTML, “multipart form data”).
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

fn plain(media_type: &str) -> String {
    media_type.chars().filter(|c| !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn a_form_with_a_file() {
        let (kind, body) = form(
            &[("type", "text/plain")],
            ("file", "a \"b\"\n.txt", "text/plain"),
            b"onedoor-00000000",
        );
        assert_eq!(kind, "multipart/form-data; boundary=onedoor-00000001");
        expect![[r#"
            --onedoor-00000001
            Content-Disposition: form-data; name="type"

            text/plain
            --onedoor-00000001
            Content-Disposition: form-data; name="file"; filename="a %22b%22%0A.txt"
            Content-Type: text/plain

            onedoor-00000000
            --onedoor-00000001--
        "#]]
        .assert_eq(&String::from_utf8(body).unwrap().replace('\r', ""));
    }
}
