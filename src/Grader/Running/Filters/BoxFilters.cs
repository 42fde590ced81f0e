namespace Grader.Running.Filters;

/// <summary>The filters of the levels. A call that no rule names is answered "not permitted".</summary>
internal static class BoxFilters
{
    private const uint OpenForWriting = 3 | 0x40 | 0x200 | 0x40_0000; // O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_TMPFILE
    private const uint NewThread = 0x1_0000; // CLONE_THREAD
    private const uint ParentDeathSignal = 1; // PR_SET_PDEATHSIG
    private const uint NewNamespace = 0x7e02_0080; // every CLONE_NEW...
    private const uint SmallMapping = 8 << 20;
    private const uint EmptyPath = 0x1000; // AT_EMPTY_PATH: the descriptor itself

    // F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD_CLOEXEC. Not those that make the kernel send signals.
    private static readonly uint[] DescriptorCommands = [0, 1, 2, 3, 4, 1030];

    private static readonly SystemCall[] Harmless =
    [
        SystemCall.Read, SystemCall.Write, SystemCall.Futex, SystemCall.Clock, SystemCall.Protect, SystemCall.Unmap, SystemCall.Advise,
        SystemCall.Close, SystemCall.FileStat, SystemCall.Poll, SystemCall.Seek, SystemCall.Break, SystemCall.SignalAction,
        SystemCall.SignalMask, SystemCall.SignalReturn, SystemCall.ReadAt, SystemCall.ReadVector, SystemCall.WriteVector,
        SystemCall.Yield, SystemCall.Remap, SystemCall.Residency, SystemCall.Duplicate, SystemCall.DuplicateTo,
        SystemCall.DuplicateWith, SystemCall.Pipe, SystemCall.Sleep, SystemCall.ClockSleep, SystemCall.ClockResolution,
        SystemCall.ProcessNumber, SystemCall.ThreadNumber, SystemCall.ParentNumber, SystemCall.Exit, SystemCall.ExitGroup,
        SystemCall.SystemName, SystemCall.WorkingDirectory, SystemCall.TimeOfDay, SystemCall.Time, SystemCall.Times,
        SystemCall.ResourceLimit, SystemCall.ResourceUse, SystemCall.SystemInfo, SystemCall.User, SystemCall.Group,
        SystemCall.EffectiveUser, SystemCall.EffectiveGroup, SystemCall.AlternateStack, SystemCall.ArchitectureControl,
        SystemCall.Affinity, SystemCall.SchedulerParameters, SystemCall.Scheduler, SystemCall.HighestPriority,
        SystemCall.LowestPriority, SystemCall.MemoryPolicy, SystemCall.Lock, SystemCall.Unlock, SystemCall.SetThreadAddress,
        SystemCall.RestartCall, SystemCall.PollPrecise, SystemCall.RobustList, SystemCall.Processor, SystemCall.Random,
        SystemCall.Barrier, SystemCall.RestartableSequence, SystemCall.AdviseFile, SystemCall.Session,
    ];

    // What looks at files by their names. Within the container there is nothing to see; outside it, it is refused.
    private static readonly SystemCall[] Looking =
    [
        SystemCall.Stat, SystemCall.LinkStat, SystemCall.StatAt, SystemCall.StatExtended, SystemCall.Access, SystemCall.AccessAt,
        SystemCall.AccessAt2, SystemCall.ReadLink, SystemCall.ReadLinkAt, SystemCall.FileSystemStat,
        SystemCall.DescriptorSystemStat, SystemCall.DirectoryEntries,
    ];

    // With other rights, the kernel forgets that the process is to end with its parent.
    private static readonly SystemCall[] ChangingRights =
    [
        SystemCall.SetUser, SystemCall.SetGroup, SystemCall.SetTwoUsers, SystemCall.SetTwoGroups, SystemCall.SetThreeUsers, SystemCall.SetThreeGroups,
        SystemCall.SetFileUser, SystemCall.SetFileGroup, SystemCall.SetCapabilities, SystemCall.LeaveNamespace, SystemCall.EnterNamespace,
    ];

    private static readonly SystemCall[] Multiplying =
        [SystemCall.Fork, SystemCall.BorrowingFork, SystemCall.Execute, SystemCall.ExecuteAt, SystemCall.NewSession];

    private static readonly FilterRule ThreadsOnly = When(SystemCall.Clone, new Guard.Both(new Guard.AllBits(0, NewThread), new Guard.NoBits(0, NewNamespace)));

    private static readonly FilterRule[] Computing =
    [
        .. Harmless.Select(Allowed),
        When(SystemCall.Map, new Guard.Either(new Guard.Below(1, SmallMapping), new Guard.Either(new Guard.NoBits(3, 1), new Guard.NoBits(3, 0x20)))),
        ThreadsOnly,
        When(SystemCall.DescriptorControl, new Guard.OneOf(1, DescriptorCommands)),
        When(SystemCall.ProcessLimit, new Guard.IsZero(2)),
        Answered(SystemCall.Clone3, Verdict.NoSuchCall),
        Answered(SystemCall.OpenAt2, Verdict.NoSuchCall),
        // Thread pools pin their threads, and give up where they may not.
        Answered(SystemCall.SetAffinity, Verdict.Pretend),
    ];

    private static readonly FilterRule[] Reading =
    [
        When(SystemCall.Open, new Guard.NoBits(1, OpenForWriting)),
        When(SystemCall.OpenAt, new Guard.NoBits(2, OpenForWriting)),
    ];

    /// <summary>For the container, from before the host starts: what the runtime needs until it stands.</summary>
    public static FilterPolicy WhileStarting { get; } = new(
        [
            .. Computing, .. Looking.Select(Allowed), .. Reading,
            Allowed(SystemCall.Execute), Allowed(SystemCall.ThreadKill), Allowed(SystemCall.ProcessControl),
            Allowed(SystemCall.InstallFilter), Allowed(SystemCall.Wait), Allowed(SystemCall.WriteAt),
        ],
        Verdict.NotPermitted);

    /// <summary>For the container, once the host stands.</summary>
    /// <param name="processNumber">The host's own, as it sees it: signals go to itself alone.</param>
    public static FilterPolicy InContainer(int processNumber) => new(
        [.. Computing, .. Looking.Select(Allowed), .. Reading, .. OfProcess(processNumber)],
        Verdict.NotPermitted);

    /// <summary>Without a container: nothing can be opened or looked at by name, so everything must be loaded before.</summary>
    /// <param name="processNumber">The host's own.</param>
    public static FilterPolicy Sealed(int processNumber) => new(
        [.. Computing, .. OfProcess(processNumber), When(SystemCall.StatAt, new Guard.AllBits(3, EmptyPath))],
        Verdict.NotPermitted);

    /// <summary>For a plain process: it may do what its user may, but it stays one process, and ends with the grader.</summary>
    public static FilterPolicy Alone { get; } = new(
        [
            .. Multiplying.Concat(ChangingRights).Select(call => Answered(call, Verdict.NotPermitted)),
            ThreadsOnly,
            Answered(SystemCall.Clone3, Verdict.NoSuchCall),
            new FilterRule(SystemCall.ProcessControl, new Guard.OneOf(0, ParentDeathSignal), Verdict.NotPermitted, Verdict.Allow),
        ],
        Verdict.Allow);

    private static FilterRule[] OfProcess(int processNumber) =>
    [
        When(SystemCall.ThreadKill, new Guard.OneOf(0, (uint)processNumber)),
        // PR_SET_NAME and PR_GET_NAME: names of threads.
        When(SystemCall.ProcessControl, new Guard.OneOf(0, 15, 16)),
    ];

    private static FilterRule Allowed(SystemCall call) => Answered(call, Verdict.Allow);

    private static FilterRule Answered(SystemCall call, Verdict verdict) => new(call, new Guard.Always(), verdict, verdict);

    private static FilterRule When(SystemCall call, Guard guard) => new(call, guard, Verdict.Allow, Verdict.NotPermitted);
}
