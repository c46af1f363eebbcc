//! A server on a socket: it says where it is, answers while others dawdle, ends when it is told to, and refuses other addresses.
#![cfg(unix)]

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// A server over a fresh register, and its folder; both are gone when the test is over.
struct Server {
    program: Child,
    address: SocketAddr,
    folder: PathBuf,
}

fn serve(register: &str, listen: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
    command.args(["serve", "--register", register, "--listen", listen, "--log", "warn"]).stdin(Stdio::null());
    command
}

impl Server {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("chancery-serve-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("can write to the folder for temporary files");
        let register = folder.join("register.db").display().to_string();
        let mut program = serve(&register, "127.0.0.1:0").stdout(Stdio::piped()).spawn().expect("it starts");
        let mut line = String::new();
        BufReader::new(program.stdout.take().expect("it is heard")).read_line(&mut line).expect("it says where it is");
        let address =
            line.trim().trim_start_matches("http://").trim_end_matches('/').parse().expect("it is an address");
        Self { program, address, folder }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("it can be set");
        stream
    }

    /// What the server answers to a request for a page.
    fn get(&self, path: &str) -> String {
        let mut stream = self.connect();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address)
            .expect("it takes it");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        answer
    }

    fn tell(&mut self, signal: &str) -> i32 {
        let told = Command::new("kill").args([signal, &self.program.id().to_string()]).status();
        assert!(told.expect("there is a kill").success());
        self.program.wait().expect("it ends").code().expect("by itself")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

#[test]
fn serves_until_it_is_told_to_end() {
    for signal in ["-INT", "-TERM"] {
        let mut server = Server::new(&format!("end{signal}"));
        assert!(server.get("/healthz").ends_with("ok\n"));
        let page = server.get("/");
        assert!(page.starts_with("HTTP/1.1 200 OK") && page.contains("The register is empty"), "{page}");
        // Connections that are open and idle do not hold it up.
        let _idle = server.connect();
        let begun = Instant::now();
        assert_eq!(server.tell(signal), 0);
        assert!(begun.elapsed() < Duration::from_secs(60), "it ends in the end");
        assert!(TcpStream::connect(server.address).is_err());
    }
}

#[test]
fn whoever_dawdles_holds_nobody_up() {
    let server = Server::new("slow");
    let dawdlers: Vec<TcpStream> = (0..200)
        .map(|_| {
            let mut stream = server.connect();
            write!(stream, "POST /rulings HTTP/1.1\r\nHost: {}\r\nContent-Length: 1000\r\n\r\nrule=", server.address)
                .expect("it takes it");
            stream
        })
        .collect();
    assert!(server.get("/").starts_with("HTTP/1.1 200 OK"));
    drop(dawdlers);
}

fn refused(register: &str, listen: &str) -> Output {
    serve(register, listen).stdout(Stdio::piped()).stderr(Stdio::piped()).output().expect("it runs")
}

#[test]
fn refuses_addresses_that_others_reach_or_use() {
    let server = Server::new("refused");
    let register = server.folder.join("other.db").display().to_string();
    for (listen, why) in [
        ("0.0.0.0:0", "can be reached from other machines"),
        ("[::]:0", "can be reached from other machines"),
        (&*server.address.to_string(), "cannot be listened on"),
        ("127.0.0.1", "is no address with a port"),
    ] {
        let output = refused(&register, listen);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && told.contains(why), "{listen}: {told}");
        assert!(output.stdout.is_empty(), "{listen}");
    }
}
