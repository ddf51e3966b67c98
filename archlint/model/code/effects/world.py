"""The world: which functions and names of Python's own reach out of a computation."""

from enum import StrEnum


class Kind(StrEnum):
    """What is read or changed."""

    IO = "io"
    PAUSE = "pause"
    CLOCK = "clock"
    CHANCE = "chance"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CALLED = {
    Kind.IO: _words(
        """builtins.open builtins.print builtins.input builtins.breakpoint io.open codecs.open
        pprint.pprint pprint.pp traceback.print_exc traceback.print_exception
        os.getenv os.putenv os.unsetenv os.getcwd os.chdir os.listdir os.scandir os.walk os.stat
        os.lstat os.mkdir os.makedirs os.rmdir os.removedirs os.remove os.unlink os.rename
        os.renames os.replace os.link os.symlink os.readlink os.chmod os.chown os.utime os.access
        os.open os.read os.write os.pipe os.system os.popen os.kill os.fork os.execv os.getpid
        os.getlogin os.uname os.cpu_count os.truncate os.path.exists os.path.lexists
        os.path.isfile os.path.isdir os.path.islink os.path.getsize os.path.getmtime
        os.path.getatime os.path.getctime os.path.realpath os.path.abspath os.path.expanduser
        pathlib.Path.cwd pathlib.Path.home glob.glob glob.iglob zipfile.ZipFile tarfile.open
        sys.stdout.write sys.stderr.write sys.stdin.read sys.stdin.readline sys.exit
        asyncio.open_connection asyncio.start_server asyncio.create_subprocess_exec
        asyncio.create_subprocess_shell platform.node locale.getlocale locale.setlocale"""
    ),
    Kind.PAUSE: _words("time.sleep asyncio.sleep"),
    Kind.CLOCK: _words(
        """datetime.datetime.now datetime.datetime.utcnow datetime.datetime.today
        datetime.date.today time.time time.time_ns time.monotonic time.monotonic_ns
        time.perf_counter time.perf_counter_ns time.process_time time.ctime
        pendulum.now pendulum.today arrow.now arrow.utcnow"""
    ),
    Kind.CHANCE: _words(
        """os.urandom uuid.uuid1 uuid.uuid4 uuid.uuid6 uuid.uuid7 uuid.getnode
        random.random random.randint random.randrange random.choice random.choices
        random.sample random.shuffle random.uniform random.gauss random.normalvariate
        random.betavariate random.expovariate random.triangular random.getrandbits
        random.randbytes random.seed
        secrets.token_bytes secrets.token_hex secrets.token_urlsafe secrets.choice
        secrets.randbelow secrets.randbits"""
    ),
}
_KINDS = {name: kind for kind, names in _CALLED.items() for name in names}
_LOGGED = _words("debug info warning warn error exception critical fatal log")
_LOGGERS = ("logging.", "logging.getLogger().")
_ENVIRONMENT = "os.environ"
_OF_PATHS = _words(
    """read_text read_bytes write_text write_bytes open exists is_file is_dir is_symlink stat
    mkdir rmdir unlink rename replace touch iterdir glob rglob resolve absolute expanduser"""
)

TELLING = _LOGGED | _OF_PATHS | {name.rpartition(".")[2] for name in (*_KINDS, _ENVIRONMENT)}
"""The last names of all that reaches out."""


def effect_of_call(dotted: str) -> Kind | None:
    """Return what the call of something outside the project reaches, None for what only computes.

    A called value is told by the way to it: `logging.getLogger().info`, `pathlib.Path().open`.
    """
    owner, _, last = dotted.rpartition(".")
    if f"{owner}." in _LOGGERS and last in _LOGGED:
        return Kind.IO
    if owner in {"pathlib.Path", "pathlib.Path()"} and last in _OF_PATHS:
        return Kind.IO
    return _KINDS.get(dotted)


def effect_of_name(dotted: str) -> Kind | None:
    """Return what merely naming something outside the project reads."""
    return Kind.IO if dotted == _ENVIRONMENT else None
