//! Passes on what tower-lsp says to the client, without its `"params": null`.
//!
//! tower-lsp 0.20 writes `params` for requests that have none; JSON-RPC knows an object, an array or nothing there.

use futures::StreamExt as _;
use futures::stream::Map;
use tower_lsp::jsonrpc::Request;
use tower_lsp::{ClientSocket, Loopback};

/// The socket of tower-lsp, whose requests are as the protocol has them.
pub struct Outgoing(pub ClientSocket);

impl Loopback for Outgoing {
    type RequestStream = Map<<ClientSocket as Loopback>::RequestStream, fn(Request) -> Request>;
    type ResponseSink = <ClientSocket as Loopback>::ResponseSink;

    fn split(self) -> (Self::RequestStream, Self::ResponseSink) {
        let (requests, responses) = self.0.split();
        (requests.map(without_null as fn(Request) -> Request), responses)
    }
}

/// A request that leaves out params of null.
fn without_null(request: Request) -> Request {
    if request.params().is_none_or(|params| !params.is_null()) {
        return request;
    }
    let (method, id, _) = request.into_parts();
    let request = Request::build(method);
    match id {
        Some(id) => request.id(id).finish(),
        None => request.finish(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn passed_on(message: Value) -> Value {
        let request = serde_json::from_value(message).expect("a request");
        serde_json::to_value(without_null(request)).expect("JSON")
    }

    #[test]
    fn params_of_null_are_left_out_and_others_stay() {
        let refresh = Request::build("workspace/inlayHint/refresh").params(Value::Null).id(7).finish();
        let expected = json!({"jsonrpc": "2.0", "method": "workspace/inlayHint/refresh", "id": 7});
        assert_eq!(serde_json::to_value(without_null(refresh)).expect("JSON"), expected);
        for message in [
            json!({"jsonrpc": "2.0", "method": "window/logMessage", "params": {"type": 3, "message": "नमस्ते"}}),
            json!({"jsonrpc": "2.0", "method": "workspace/configuration", "params": {"items": []}, "id": 1}),
        ] {
            assert_eq!(passed_on(message.clone()), message);
        }
    }
}
