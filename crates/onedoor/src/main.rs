#[expect(dead_code, reason = "the command `demo` comes with the command line")]
mod demo;

fn main() {}
