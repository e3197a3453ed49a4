//! `vartani serve`: starts the face over HTTP and says how to reach it.

use super::arguments::Serve;
use super::outcome::{self, Outcome};
use super::output::{complain_of, locale, print};
use crate::http::{self, Settings, StartError, Started};
use crate::newsroom::Message;

pub fn run(arguments: Serve) -> outcome::Result {
    let settings = Settings {
        listen: arguments.listen,
        root: arguments.root,
        token_file: arguments.token_file,
        allowed_origins: arguments.allow_origin,
        locale: arguments.language.asked(),
        ends_with_stdin: arguments.exit_with_parent,
    };
    let mut told = Ok(());
    let served = http::run(settings, |started| {
        complain_of(&started.troubles);
        told = print(reach(&started).in_locale(locale()));
        told.is_ok()
    });
    told?;
    match served {
        Ok(()) => Ok(Outcome::Done),
        Err(StartError::Told(message)) => Err(message.into()),
        Err(StartError::Newsroom(troubles)) => {
            complain_of(&troubles);
            Ok(Outcome::Trouble)
        }
    }
}

/// How to reach what has started: a line for each thing to know, its name in front. A token from a file is not repeated.
fn reach(started: &Started) -> Message {
    let address = format!("http://{}", started.address);
    let token = started.token.as_deref();
    let token_line = token.map(|token| format!("token         {token}\n")).unwrap_or_default();
    let token = token.unwrap_or("TOKEN");
    let told = |end: &str| {
        format!("API           {address}/v1/check\n{token_line}LanguageTool  {address}/{token}/v2\n{end}\n")
    };
    Message::new(told("रोकने के लिए Ctrl+C"), told("Ctrl+C ends it"))
}
