//! Why a request is not answered.

use hyper::StatusCode;

use crate::newsroom::Message;

/// A request that is not answered as it was meant: the status, a word for programs, a sentence for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The status of the answer.
    pub status: StatusCode,
    /// What is wrong, in a word that does not change.
    pub code: &'static str,
    /// What is wrong and what to do.
    pub message: Message,
}

impl Refusal {
    /// A request that is not well-formed.
    pub fn bad(code: &'static str, message: Message) -> Refusal {
        Refusal { status: StatusCode::BAD_REQUEST, code, message }
    }

    /// It came under another name than ours.
    pub fn host() -> Refusal {
        let message = Message::new(
            "Host में 127.0.0.1, [::1] या localhost और हमारा पोर्ट होना चाहिए",
            "Host must be 127.0.0.1, [::1] or localhost with the port of this server",
        );
        Refusal { status: StatusCode::MISDIRECTED_REQUEST, code: "host", message }
    }

    /// It came from a web page that the user did not name.
    pub fn origin() -> Refusal {
        let message = Message::new(
            "इस वेबसाइट को अनुमति नहीं है; vartani serve --allow-origin https://… से दें",
            "this web site is not allowed here; allow it with vartani serve --allow-origin https://…",
        );
        Refusal { status: StatusCode::FORBIDDEN, code: "origin", message }
    }

    /// It has no token, or a wrong one.
    pub fn token() -> Refusal {
        let message = Message::new(
            "टोकन नहीं है या ग़लत है; Authorization: Bearer TOKEN भेजें, या पता /TOKEN/v2/… लिखें",
            "the token is missing or wrong; send Authorization: Bearer TOKEN, or put it into the address: /TOKEN/v2/…",
        );
        Refusal { status: StatusCode::UNAUTHORIZED, code: "token", message }
    }

    /// There is nothing under this address.
    pub fn nothing_here() -> Refusal {
        let message = Message::new(
            "इस पते पर कुछ नहीं है; POST /v1/check या GET /v1/health आज़माएँ",
            "there is nothing at this address; try POST /v1/check or GET /v1/health",
        );
        Refusal { status: StatusCode::NOT_FOUND, code: "path", message }
    }

    /// The address takes another method.
    pub fn method(wanted: &'static str) -> Refusal {
        let message = Message::new(format!("यहाँ {wanted} भेजें"), format!("this address takes {wanted}"));
        Refusal { status: StatusCode::METHOD_NOT_ALLOWED, code: "method", message }
    }

    /// The body is of another type.
    pub fn content_type(wanted: &'static str) -> Refusal {
        let message = Message::new(
            format!("Content-Type: {wanted} होना चाहिए"),
            format!("the Content-Type must be {wanted}"),
        );
        Refusal { status: StatusCode::UNSUPPORTED_MEDIA_TYPE, code: "content-type", message }
    }

    /// The body is longer than we read, in bytes.
    pub fn body_too_large(most: usize) -> Refusal {
        let most = most >> 20;
        let message = Message::new(
            format!("अनुरोध {most} MB से बड़ा है; ख़बर टुकड़ों में भेजें"),
            format!("the request is larger than {most} MB; send the article in parts"),
        );
        Refusal { status: StatusCode::PAYLOAD_TOO_LARGE, code: "too-large", message }
    }

    /// The text is longer than we read.
    pub fn text_too_long(most: usize) -> Refusal {
        let message = Message::new(
            format!("ख़बर {most} अक्षरों से लंबी है; टुकड़ों में भेजें"),
            format!("the text is longer than {most} UTF-16 code units; send it in parts"),
        );
        Refusal { status: StatusCode::PAYLOAD_TOO_LARGE, code: "too-large", message }
    }

    /// The body did not come in time.
    pub fn body_late() -> Refusal {
        let message = Message::new("अनुरोध समय पर पूरा नहीं आया", "the request did not arrive in time");
        Refusal { status: StatusCode::REQUEST_TIMEOUT, code: "timeout", message }
    }

    /// Too much is being read already, or this text takes too long.
    pub fn busy() -> Refusal {
        let message = Message::new(
            "अभी बहुत काम है; थोड़ी देर बाद फिर भेजें",
            "there is too much to do at the moment; try again later",
        );
        Refusal { status: StatusCode::SERVICE_UNAVAILABLE, code: "busy", message }
    }

    /// The fault is ours.
    pub fn fault() -> Refusal {
        let message = Message::new(
            "vartani में गड़बड़ी हुई; इस पाठ के साथ हमें बताएँ",
            "a fault of vartani; please report it with this text",
        );
        Refusal { status: StatusCode::INTERNAL_SERVER_ERROR, code: "fault", message }
    }
}
