//! What a keystroke costs: from `didChange` on the wire to the diagnostics of that version.
//!
//! Types 200 characters into articles of several sizes through `vartani lsp` over stdio and, where they are
//! on the `PATH`, through peers in the same run, and prints a table. `cargo bench --bench latency`; sizes in
//! KB may follow `--`.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

const KEYSTROKES: usize = 200;
const PEERS: [(&str, &[&str]); 2] = [(env!("CARGO_BIN_EXE_vartani"), &["lsp"]), ("typos-lsp", &[])];

/// A server over stdio.
struct Server {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Server {
    fn start(program: &str, arguments: &[&str]) -> Option<Server> {
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().ok()?;
        let (input, output) = (child.stdin.take()?, BufReader::new(child.stdout.take()?));
        let mut server = Server { child, input, output };
        server.send(json!({"id": 1, "method": "initialize", "params": {"capabilities": {}, "rootUri": null,
            "processId": null, "initializationOptions": {"typingDelay": 0}}}));
        while server.receive().get("id") != Some(&json!(1)) {}
        server.send(json!({"method": "initialized", "params": {}}));
        Some(server)
    }

    fn send(&mut self, mut message: Value) {
        message["jsonrpc"] = json!("2.0");
        let body = message.to_string();
        let _ = write!(self.input, "Content-Length: {}\r\n\r\n{body}", body.len());
        let _ = self.input.flush();
    }

    fn receive(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut header = String::new();
            assert!(self.output.read_line(&mut header).is_ok_and(|n| n > 0), "the server is gone");
            if header.trim().is_empty() {
                break;
            }
            if let Some(value) = header.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().unwrap_or(0);
            }
        }
        let mut body = vec![0; length];
        self.output.read_exact(&mut body).expect("a whole message");
        serde_json::from_slice(&body).unwrap_or_default()
    }

    /// Waits for the diagnostics of a version; answers what the server asks meanwhile with nothing.
    fn diagnostics(&mut self, version: i64) {
        loop {
            let message = self.receive();
            if message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["version"] == version
            {
                return;
            }
            if message.get("id").is_some() && message.get("method").is_some() {
                let id = message["id"].clone();
                self.send(json!({"id": id, "result": null}));
            }
        }
    }

    /// The most memory it ever held, in MB (Linux).
    fn peak(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        line.and_then(|line| line.trim().trim_end_matches(" kB").trim().parse::<f64>().ok())
            .unwrap_or(f64::NAN)
            / 1024.0
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// News of about so many bytes: the sample articles with their names and numbers varied, so that a long
/// text is not one paragraph said again and again.
fn article(bytes: usize) -> String {
    const PARAGRAPHS: [&str; 6] = [
        "नगर निगम के अधिकारियों ने बुधवार को बताया कि बारिश के कारण शहर के कई इलाकों में पानी भर गया और यातायात प्रभावित हुआ।",
        "प्रधानमंत्री नरेंद्र मोदी ने कहा कि सरकार किसानों की आय बढ़ाने के लिए नई योजना पर काम कर रही है और इसका लाभ जल्द मिलेगा।",
        "मॉस्को और वॉशिंगटन के बीच बातचीत 12 मार्च को होगी, जिसमें यूक्रेन संकट के साथ व्यापार के मुद्दों पर भी चर्चा की जाएगी।",
        "विद्यालय के प्रधानाचार्य ने छात्रों को पुस्तकालय का महत्व समझाया और कहा कि पढ़ने की आदत जीवन भर साथ देती है।",
        "खिलाड़ियों ने अंतिम ओवर में शानदार प्रदर्शन किया और टीम को जीत दिलाई, दर्शकों ने देर रात तक जश्न मनाया।",
        "अस्पताल के चिकित्सकों का कहना है कि मौसम बदलने से मरीज़ों की संख्या बढ़ी है, इसलिए सावधानी बरतना ज़रूरी है।",
    ];
    const SYLLABLES: [&str; 12] = ["का", "रि", "मो", "ने", "टू", "शा", "वे", "लि", "दो", "गु", "पा", "स"];
    let mut text = String::new();
    for number in 0usize.. {
        if text.len() >= bytes {
            break;
        }
        let mut name = String::new();
        let mut rest = number.wrapping_mul(2_654_435_761) % 1_000_003;
        for _ in 0..4 {
            name.push_str(SYLLABLES[rest % SYLLABLES.len()]);
            rest /= SYLLABLES.len();
        }
        text.push_str(&format!("{} {name} ने यह जानकारी दी। ", PARAGRAPHS[number % PARAGRAPHS.len()]));
        if number % 3 == 2 {
            text.push('\n');
        }
    }
    text
}

fn percentile(sorted: &[Duration], share: f64) -> f64 {
    sorted[((sorted.len() - 1) as f64 * share).round() as usize].as_secs_f64() * 1e3
}

/// Types into the middle of an article: first diagnostics, p50, p99, in ms, and peak memory in MB.
fn type_into(program: &str, arguments: &[&str], bytes: usize) -> Option<[f64; 4]> {
    let mut server = Server::start(program, arguments)?;
    let text = article(bytes);
    let line = text.lines().count() / 2;
    let uri = "file:///tmp/latency.txt";
    let opened = Instant::now();
    server.send(json!({"method": "textDocument/didOpen", "params": {"textDocument":
        {"uri": uri, "languageId": "plaintext", "version": 1, "text": text}}}));
    server.diagnostics(1);
    let first = opened.elapsed().as_secs_f64() * 1e3;
    let typed: Vec<char> = "अधिकारी मास्को से लौटे और पत्रकारों को बताया। ".chars().collect();
    let mut times = Vec::new();
    for stroke in 0..KEYSTROKES {
        let version = stroke as i64 + 2;
        let at = json!({"line": line, "character": stroke});
        let begun = Instant::now();
        server.send(json!({"method": "textDocument/didChange", "params": {
            "textDocument": {"uri": uri, "version": version},
            "contentChanges": [{"range": {"start": at, "end": at}, "text": typed[stroke % typed.len()].to_string()}]}}));
        server.diagnostics(version);
        times.push(begun.elapsed());
        std::thread::sleep(Duration::from_millis(2));
    }
    times.sort();
    Some([first, percentile(&times, 0.5), percentile(&times, 0.99), server.peak()])
}

fn main() {
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![6, 60, 600, 6000] } else { asked };
    println!(
        "{:<12} {:>8} {:>12} {:>10} {:>10} {:>10}",
        "server", "KB", "first ms", "p50 ms", "p99 ms", "peak MB"
    );
    for size in sizes {
        for (program, arguments) in PEERS {
            let name = program.rsplit('/').next().unwrap_or(program);
            match type_into(program, arguments, size * 1000) {
                Some([first, p50, p99, peak]) => {
                    println!("{name:<12} {size:>8} {first:>12.1} {p50:>10.2} {p99:>10.2} {peak:>10.1}");
                }
                None => println!("{name:<12} {size:>8} is not installed"),
            }
        }
    }
}
