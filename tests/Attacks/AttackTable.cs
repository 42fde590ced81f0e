using Protocol;
using static Attacks.Tests.Expectation;

namespace Attacks.Tests;

/// <summary>Every attack that is a call of a method, with how it has to end.</summary>
internal static class AttackTable
{
    public static IReadOnlyList<Attack> All { get; } = [.. Time(), .. Memory(), .. Processes(), .. Endings(), .. Output(), .. Files(), .. Network(), .. Machine(), .. State(), .. Exceptions(), .. Reaching(), .. ResultTable.Rows()];

    private static IEnumerable<Attack> Time() =>
    [
        Attack.Everywhere("Time", "InfiniteLoop", TimedOut),
        Attack.Everywhere("Time", "Sleep", TimedOut),
        Attack.Everywhere("Time", "CatchAllLoop", TimedOut),
        Attack.Everywhere("Time", "FinallyLoop", TimedOut),
        Attack.Everywhere("Time", "Deadlock", TimedOut),
        Attack.Everywhere("Time", "EndlessRecursion", StackOverflow),
        Attack.Everywhere("Time", "RecursionInCatch", StackOverflow),
        Attack.Everywhere("Time", "HugeStackalloc", StackOverflow | Crashed),
        Attack.Everywhere("Time", "StaticConstructorHangs", TimedOut),
        Attack.Everywhere("Time", "FinalizerHangsBefore", TimedOut),
        Attack.Everywhere("Time", "FinalizerHangsAfter", Returns(7)),
        Attack.Everywhere("Time", "ExitHandlerHangs", Returns(7)),
        Attack.Everywhere("Time", "ExitHandlerHangsAndExits", TimedOut),
        Attack.Everywhere("Time", "ForegroundThread", Returns(7)),
        Attack.Everywhere("Time", "BackgroundBurners", Returns(7)),
        Attack.Everywhere("Time", "LockOnConsole", Returns(7)),
        Attack.Everywhere("Time", "PoolIsFull", Returns(7)),
        Attack.Everywhere("Time", "GarbageCollectorHeld", Returns(7)),
        Attack.Everywhere("Time", "FunctionThatHangs", Other("Func<double, double>")),
    ];

    private static IEnumerable<Attack> Memory() =>
    [
        Attack.Everywhere("Memory", "BigArrays", MemoryExhausted),
        Attack.Everywhere("Memory", "ManySmallObjects", MemoryExhausted),
        Attack.Everywhere("Memory", "OneArrayOfTwoBillion", MemoryExhausted),
        Attack.Everywhere("Memory", "GrowingText", MemoryExhausted | MemoryFault),
        Attack.Everywhere("Memory", "CaughtForEver", TimedOut | MemoryExhausted),
        Attack.Everywhere("Memory", "NoCollections", MemoryExhausted | MemoryFault),
        Attack.Everywhere("Memory", "PinnedForEver", MemoryExhausted),
        Attack.Everywhere("Memory", "Malloc", LessThan(2048)),
        Attack.Everywhere("Memory", "NativeBlocks", MemoryExhausted),
        Attack.Everywhere("Memory", "MapPrivate", LessThan(2048)),
        Attack.Everywhere("Memory", "MapSharedInSmallPieces", LessThan(2048)),
        Attack.Apart("Memory", "MapShared", Refused),
        Attack.Everywhere("Memory", "ReserveAddresses", LessThan(4)),
        Attack.Apart("Memory", "NamelessFile", Refused),
        Attack.Everywhere("Memory", "ManyPipes", LessThan(1024)),
        Attack.Everywhere("Memory", "ThreadWithHugeStack", Returns(7) | MemoryExhausted),
        Attack.Apart("Memory", "RaiseLimits", Refused),
        Attack.Apart("Memory", "RaiseLimitsFromRoundAddress", Refused),
        Attack.Apart("Memory", "MapSharedBeyondFourGibibytes", Refused),
    ];

    private static IEnumerable<Attack> Processes() =>
    [
        Attack.Everywhere("Processes", "ThreadBomb", MemoryExhausted | TimedOut | Crashed),
        Attack.Everywhere("Processes", "ThreadBombOfBurners", TimedOut | MemoryExhausted | Crashed),
        Attack.Everywhere("Processes", "Fork", Refused),
        Attack.Everywhere("Processes", "ForkBySystemCall", Refused),
        Attack.Everywhere("Processes", "VforkBySystemCall", Refused),
        Attack.Everywhere("Processes", "CloneBySystemCall", Refused),
        Attack.Everywhere("Processes", "CloneWithSharedMemory", Refused),
        Attack.Everywhere("Processes", "CloneIntoNewNamespaces", Refused),
        Attack.Everywhere("Processes", "Clone3", Refused),
        Attack.Everywhere("Processes", "ForkBomb", Refused),
        Attack.Everywhere("Processes", "ExecuteShell", Refused),
        Attack.Everywhere("Processes", "ExecuteItself", Refused),
        Attack.Everywhere("Processes", "ExecuteByDescriptor", Refused),
        Attack.Everywhere("Processes", "StartProcess", Refused),
        Attack.Everywhere("Processes", "OwnProcessStarted", Refused),
        Attack.Everywhere("Processes", "Daemonise", Refused),
        Attack.Everywhere("Processes", "ForgetTheParent", Refused),
    ];

    private static IEnumerable<Attack> Endings() =>
    [
        Attack.Everywhere("Endings", "Exit", ExitedEarly),
        Attack.Everywhere("Endings", "ExitWithCode", ExitedEarly),
        Attack.Everywhere("Endings", "ExitBySystemCall", ExitedEarly),
        Attack.Everywhere("Endings", "ThreadEndsBySystemCall", TimedOut),
        Attack.Everywhere("Endings", "FailFast", Crashed),
        Attack.Everywhere("Endings", "FailFastWithLongMessage", Crashed),
        Attack.Everywhere("Endings", "LaunchDebugger", Returns(0) | Returns(1)),
        Attack.Everywhere("Endings", "BreakIntoDebugger", Returns(7) | Crashed),
        Attack.Everywhere("Endings", "FailTrace", Crashed),
        Attack.Everywhere("Endings", "NullPointer", Throws("System.NullReferenceException") | Crashed),
        Attack.Everywhere("Endings", "WildPointer", Crashed),
        Attack.Everywhere("Endings", "PointerBeyondAddresses", Throws("System.NullReferenceException") | Crashed),
        Attack.Everywhere("Endings", "CorruptHeap", Crashed | TimedOut),
        Attack.Everywhere("Endings", "CorruptNativeHeap", Crashed),
        Attack.Everywhere("Endings", "KillItself", Returns(7) | TimedOut | Crashed | ExitedEarly),
        Attack.Apart("Endings", "StopItself", Returns(7)),
        Attack.Everywhere("Endings", "StopItselfByThread", TimedOut),
        Attack.Everywhere("Endings", "AbortByThread", Crashed),
        Attack.Everywhere("Endings", "ThrowOnThread", Crashed),
        Attack.Everywhere("Endings", "ThrowOnPool", Crashed),
        Attack.Everywhere("Endings", "ThrowInVoidTask", Crashed),
        Attack.Everywhere("Endings", "ThrowLater", Returns(7)),
        Attack.Everywhere("Endings", "HandlerOfUnhandledHangs", TimedOut),
        Attack.Everywhere("Endings", "ThrowFromFinalizer", Crashed),
        Attack.Everywhere("Endings", "HandleSignals", TimedOut),
    ];

    private static IEnumerable<Attack> Output() =>
    [
        Attack.Everywhere("Output", "FloodStandardOutput", OutputFlood),
        Attack.Everywhere("Output", "FloodStandardError", OutputFlood),
        Attack.Everywhere("Output", "FloodByDescriptor", OutputFlood),
        Attack.Everywhere("Output", "FewPrints", Returns(7)),
        Attack.Everywhere("Output", "ManyPrints", Returns(7)),
        Attack.Everywhere("Output", "PrintEscapes", Returns(7)),
        Attack.Everywhere("Output", "ReadInput", Returns(0)),
        Attack.Everywhere("Output", "ReadInputByDescriptor", Returns(0)),
        Attack.Everywhere("Output", "CloseEveryDescriptor", BadReply | ExitedEarly | Crashed),
        Attack.Everywhere("Output", "ConsoleReplaced", Returns(7)),
        Attack.Everywhere("Output", "DescriptorsReplaced", BadReply | ExitedEarly | Crashed | TimedOut),
        Attack.Everywhere("Output", "GarbageOnEveryDescriptor", BadReply),
        Attack.Everywhere("Output", "HugeLengthOnEveryDescriptor", BadReply),
        Attack.Everywhere("Output", "NegativeLengthOnEveryDescriptor", BadReply),
        Attack.Everywhere("Output", "EmptyFrameOnEveryDescriptor", BadReply),
        Attack.Everywhere("Output", "HalfAFrameOnEveryDescriptor", BadReply | TimedOut),
        Attack.Everywhere("Output", "EndlessFrameOnEveryDescriptor", TimedOut),
        Attack.Everywhere("Output", "UnknownTagOnEveryDescriptor", BadReply),
        Attack.Everywhere("Output", "ReplyWithoutNonceOnEveryDescriptor", BadReply),
        Attack.Everywhere("Output", "DeepCellsOnEveryDescriptor", BadReply),
        Attack.Everywhere("Output", "LyingCountOnEveryDescriptor", BadReply),
        Attack.Everywhere("Output", "FindsTheNonce", Returns(1)),
        Attack.Everywhere("Output", "ForgedReply", Returns(42)),
        Attack.Everywhere("Output", "ForgedReplyThenValue", Returns(42)),
    ];

    private static IEnumerable<Attack> Files() =>
    [
        .. from method in (string[])
            [
                "ReadSecret", "ReadSecretByFile", "ReadPasswords", "ReadPasswordsRelative", "ProcessesTell", "WriteOwnMemory",
                "WriteFirstProcessMemory", "ListRoot", "ListRootBySystemCall", "WriteAnywhere", "FillDisk", "GrowOpenDescriptors", "LinkAndMove",
                "LockSharedFiles", "ChangeRights", "Mount", "Unshare", "ChangeRoot", "BecomeSomebody", "InheritedDescriptors",
            ]
           select Attack.Apart("Files", method, Refused),
        new("Files", "ReadFirstProcessMemory", Refused | Returns(1), Refused, null),
        Attack.Everywhere("Files", "OtherSubmissions", Refused),
    ];

    private static IEnumerable<Attack> Network() =>
        from method in (string[])["Connect", "Fetch", "ConnectBySystemCall", "Udp", "UnixSocket", "Netlink", "Vsock", "RawPacket", "Tcp6", "CryptoSocket", "SocketPair"]
        select Attack.Apart("Network", method, Refused);

    private static IEnumerable<Attack> Machine() =>
    [
        .. from method in (string[])
            [
                "KillParent", "KillFirst", "KillAll", "KillGroup", "ProbeProcesses", "SignalThreadOfFirst", "QueueSignal", "Trace", "IoUring", "Bpf", "Perf", "Keys",
                "UserFaults", "ProcessDescriptor", "ReadOtherMemory", "FilterItself", "Modules", "Clock", "Names", "Terminal", "Timers", "Notifications", "SharedMemory",
                "Affinity", "Priority",
            ]
           select Attack.Apart("Machine", method, Refused),
        Attack.Apart("Machine", "OldNumbers", Refused | ForbiddenCall),
        Attack.Apart("Machine", "OldDoor", ForbiddenCall),
        Attack.Apart("Machine", "OpenCalls", Returns("only calls that computing needs", SystemCalls.AreHarmless)),
    ];

    private static IEnumerable<Attack> State() =>
    [
        .. from method in (string[])["OtherCulture", "OtherEnvironment", "OtherRounding", "Switches", "Collector", "Synchronization", "Counts"]
           select Attack.Everywhere("State", method, method == "Counts" ? Returns(1) : Returns(7)),
        Attack.Everywhere("State", "HighestPriority", Returns(7) | Throws("System.Threading.ThreadStateException")),
        Attack.Everywhere("State", "Changes", new("tells of the change", outcome => outcome is Grader.Running.CallOutcome.Returned { Changed: [{ Index: 0, Now: Datum.Vector { Entries: [99, 2, 3] } }] })),
    ];

    private static IEnumerable<Attack> Exceptions() =>
    [
        Attack.Everywhere("Exceptions", "Plain", Throws("System.InvalidOperationException", "plain")),
        Attack.Everywhere("Exceptions", "MessageHangs", TimedOut),
        Attack.Everywhere("Exceptions", "MessageThrows", Throws("Exceptions+Throwing")),
        Attack.Everywhere("Exceptions", "MessageRecurses", StackOverflow),
        Attack.Everywhere("Exceptions", "MessageIsNull", Throws("Exceptions+Silent")),
        Attack.Everywhere("Exceptions", "MessageExits", ExitedEarly),
        Attack.Everywhere("Exceptions", "LongMessage", Throws("System.InvalidOperationException", "xxxx")),
        Attack.Everywhere("Exceptions", "EscapesInMessage", Throws("System.InvalidOperationException", "owned")),
        Attack.Everywhere("Exceptions", "StackTraceThrows", Throws("Exceptions+Traceless")),
        Attack.Everywhere("Exceptions", "DeepTrace", Throws("System.InvalidOperationException", "deep")),
        Attack.Everywhere("Exceptions", "Initializer", Throws("System.FormatException")),
        Attack.Everywhere("Exceptions", "InnerForEver", Throws("System.InvalidOperationException", "outer")),
        Attack.Everywhere("Exceptions", "ManyTogether", Throws("System.AggregateException")),
        Attack.Everywhere("Exceptions", "OwnOutOfMemory", Throws("System.OutOfMemoryException", "pretended")),
        Attack.Everywhere("Exceptions", "OwnTimeOut", Throws("System.TimeoutException", "pretended")),
        Attack.Everywhere("Exceptions", "OwnStackOverflow", Throws("System.StackOverflowException", "pretended")),
        Attack.Everywhere("Exceptions", "OwnBadImage", Throws("System.BadImageFormatException", "pretended")),
        Attack.Everywhere("Exceptions", "FirstChanceHangs", TimedOut),
        Attack.Everywhere("Exceptions", "FirstChanceRecurses", StackOverflow),
        Attack.Everywhere("Exceptions", "FilterHangs", TimedOut),
    ];

    private static IEnumerable<Attack> Reaching() =>
    [
        Attack.Everywhere("Reaching", "FindsTheHost", Returns(1)),
        Attack.Everywhere("Reaching", "HostReplyWritten", Returns(7) | BadReply | ExitedEarly | Crashed | TimedOut),
        Attack.Everywhere("Reaching", "HostFieldsCleared", Returns(7) | Crashed | BadReply),
        Attack.Everywhere("Reaching", "HostCodeOverwritten", Returns(7) | Crashed | BadReply | ExitedEarly | TimedOut),
        Attack.Everywhere("Reaching", "DynamicCode", Returns(7)),
        Attack.Everywhere("Reaching", "DynamicCodeUnbalanced", Throws("System.InvalidProgramException")),
        Attack.Everywhere("Reaching", "ExpressionTree", Returns(7)),
        Attack.Everywhere("Reaching", "FunctionPointer", Returns(7)),
        Attack.Everywhere("Reaching", "LateBinding", Returns(7)),
        Attack.Everywhere("Reaching", "LateBoundExit", ExitedEarly),
        Attack.Everywhere("Reaching", "NativeSquareRoot", Returns(7)),
        Attack.Everywhere("Reaching", "MissingLibrary", Throws("System.DllNotFoundException")),
        Attack.Apart("Reaching", "LoadsLibrary", Refused),
        Attack.Everywhere("Reaching", "CodeFromOwnPages", Returns(7)),
        Attack.Everywhere("Reaching", "AssemblyWithinAssembly", Returns(7)),
        Attack.Everywhere("Reaching", "GenericsWithoutEnd", StackOverflow | MemoryExhausted | TimedOut | Throws("System.TypeLoadException")),
        Attack.Everywhere("Reaching", "TypesWithoutEnd", MemoryExhausted | TimedOut | Throws("System.TypeLoadException") | StackOverflow | Crashed),
        Attack.Everywhere("Reaching", "RecursiveLayout", Throws("System.TypeLoadException") | Returns(1) | StackOverflow | MemoryExhausted),
    ];

    private static Expectation LessThan(double limit) =>
        Returns($"less than {limit}", datum => datum is Datum.Number number && number.Value < limit) | MemoryExhausted | Crashed;
}
