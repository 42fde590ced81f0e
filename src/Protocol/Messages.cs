namespace Protocol;

/// <summary>What the grader asks of the box.</summary>
public abstract record Request
{
    private Request()
    {
    }

    /// <summary>Comes first, and once: what the host is to do to itself before any byte of a student comes.</summary>
    /// <param name="Filter">A seccomp program for all its threads, or empty for none.</param>
    /// <param name="Preload">Whether to load the whole framework before, because no file can be opened after.</param>
    public sealed record Seal(Sequence<byte> Filter, bool Preload) : Request;

    /// <summary>A look at the bytes before anything of them is loaded; comes before <see cref="Load"/>.</summary>
    /// <param name="Rules">The scan's policy, a rule a line.</param>
    public sealed record Scan(Sequence<byte> Image, Sequence<string> Rules) : Request;

    /// <param name="Image">The bytes of the student's assembly.</param>
    /// <param name="Symbols">A portable PDB for line numbers, or empty.</param>
    public sealed record Load(Sequence<byte> Image, Sequence<byte> Symbols) : Request;

    /// <param name="Nonce">Drawn at random for each call; the reply repeats it.</param>
    /// <param name="Method">Position in the list of <see cref="Reply.Loaded"/>.</param>
    /// <param name="Arguments">In the order of the method's parameters.</param>
    public sealed record Call(ulong Nonce, int Method, Sequence<Datum> Arguments) : Request;
}

/// <summary>What the box says. What comes after <see cref="Sealed"/> may be forged by the student's code.</summary>
public abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>The host runs.</summary>
    /// <param name="ProcessNumber">Its own, as it sees it.</param>
    public sealed record Ready(int Version, int ProcessNumber) : Reply;

    /// <summary>The seal is on. No byte of a student has been seen.</summary>
    public sealed record Sealed : Reply;

    /// <summary>The kernel refused the filter.</summary>
    public sealed record SealFailed(string Detail) : Reply;

    /// <summary>No student's byte has run yet, so this reply is the host's own.</summary>
    /// <param name="Unreadable">Why the bytes are no assembly; empty where they are one.</param>
    public sealed record Scanned(string Unreadable, Sequence<ScanFinding> Findings, Sequence<ScannedMethod> Methods) : Reply;

    /// <param name="TargetFramework">As the assembly names it, or empty: <c>.NETCoreApp,Version=v10.0</c>.</param>
    /// <param name="Warnings">Types that could not be read, each in a sentence.</param>
    public sealed record Loaded(Sequence<MethodSignature> Methods, string TargetFramework, Sequence<string> Warnings) : Reply;

    public sealed record LoadFailed(LoadFailure Kind, string Detail) : Reply;

    /// <param name="Changed">The arguments that the method changed, as they are after the call.</param>
    public sealed record Returned(ulong Nonce, Datum Value, Sequence<ChangedArgument> Changed) : Reply;

    /// <param name="Kind">Full name of the exception's type.</param>
    /// <param name="Frames">The stack lines that lie in the student's own code, innermost first.</param>
    public sealed record Threw(ulong Nonce, string Kind, string Message, Sequence<string> Frames) : Reply;

    /// <summary>The call could not be made: an argument does not fit the parameter's type.</summary>
    public sealed record NotCallable(ulong Nonce, string Detail) : Reply;
}

/// <summary>Something that student code may not use.</summary>
/// <param name="User">The method, type or file that uses it.</param>
/// <param name="Message">A full sentence for the student.</param>
public sealed record ScanFinding(string User, string Api, string Message);

/// <param name="IsCallable">Whether it is public and static.</param>
public sealed record ScannedMethod(string DeclaringType, string Name, Sequence<string> Parameters, bool IsCallable);

/// <param name="Index">Position among the parameters.</param>
public sealed record ChangedArgument(int Index, Datum Now);

/// <summary>Why an assembly did not load. The numbers stand on the wire.</summary>
public enum LoadFailure
{
    NotAnAssembly = 0,
    WrongArchitecture = 1,
    NewerFramework = 2,
    MissingDependency = 3,
    ModuleInitializerThrew = 4,
    TooManyMethods = 5,
    Other = 6,
}
