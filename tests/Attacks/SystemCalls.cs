using Protocol;

namespace Attacks.Tests;

/// <summary>
/// The system calls of x86-64 that a box may answer with anything but a refusal: they concern the process itself, what it has open
/// already, and what it may look at in a container that holds nothing.
/// </summary>
internal static class SystemCalls
{
    private static readonly IReadOnlyDictionary<int, string> OfItself = new Dictionary<int, string>
    {
        [0] = "read", [1] = "write", [2] = "open", [3] = "close", [5] = "fstat", [7] = "poll", [8] = "lseek", [9] = "mmap", [10] = "mprotect",
        [11] = "munmap", [12] = "brk", [13] = "rt_sigaction", [14] = "rt_sigprocmask", [15] = "rt_sigreturn", [17] = "pread64", [19] = "readv",
        [20] = "writev", [24] = "sched_yield", [25] = "mremap", [27] = "mincore", [28] = "madvise", [32] = "dup", [33] = "dup2", [35] = "nanosleep",
        [39] = "getpid", [60] = "exit", [63] = "uname", [72] = "fcntl", [79] = "getcwd", [96] = "gettimeofday", [97] = "getrlimit",
        [98] = "getrusage", [99] = "sysinfo", [100] = "times", [102] = "getuid", [104] = "getgid", [107] = "geteuid", [108] = "getegid",
        [110] = "getppid", [124] = "getsid", [131] = "sigaltstack", [143] = "sched_getparam", [145] = "sched_getscheduler",
        [146] = "sched_get_priority_max", [147] = "sched_get_priority_min", [149] = "mlock", [150] = "munlock", [157] = "prctl", [158] = "arch_prctl",
        [186] = "gettid", [201] = "time", [202] = "futex", [203] = "sched_setaffinity", [204] = "sched_getaffinity", [218] = "set_tid_address",
        [219] = "restart_syscall", [221] = "fadvise64", [228] = "clock_gettime", [229] = "clock_getres", [230] = "clock_nanosleep",
        [231] = "exit_group", [239] = "get_mempolicy", [257] = "openat", [271] = "ppoll", [273] = "set_robust_list", [292] = "dup3", [293] = "pipe2",
        [302] = "prlimit64", [309] = "getcpu", [318] = "getrandom", [324] = "membarrier", [334] = "rseq",
        // The kernel answers these two before any filter, with an error unless a probe of its own stands there.
        [335] = "uretprobe", [336] = "uprobe",
    };

    private static readonly IReadOnlyDictionary<int, string> Looking = new Dictionary<int, string>
    {
        [4] = "stat", [6] = "lstat", [21] = "access", [89] = "readlink", [137] = "statfs", [138] = "fstatfs", [217] = "getdents64",
        [262] = "newfstatat", [267] = "readlinkat", [269] = "faccessat", [332] = "statx", [439] = "faccessat2",
    };

    public static bool AreHarmless(Datum datum) => Others(datum).Count == 0;

    /// <summary>The calls that are answered and in neither list.</summary>
    public static IReadOnlyList<int> Others(Datum datum) =>
        datum is Datum.Vector { Entries: var numbers }
            ? [.. numbers.Select(number => (int)number).Where(number => !OfItself.ContainsKey(number) && !Looking.ContainsKey(number))]
            : [-1];
}
