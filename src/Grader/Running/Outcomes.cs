using Protocol;

namespace Grader.Running;

/// <summary>What came of a look at an assembly's bytes.</summary>
public abstract record ScanOutcome
{
    private ScanOutcome()
    {
    }

    /// <param name="Findings">What student code may not use; empty where it may run.</param>
    /// <param name="Methods">As the file declares them.</param>
    public sealed record Readable(IReadOnlyList<ScanFinding> Findings, IReadOnlyList<ScannedMethod> Methods) : ScanOutcome;

    /// <param name="Reason">Why the bytes are no assembly: a sentence for the student.</param>
    public sealed record Unreadable(string Reason) : ScanOutcome;

    public sealed record Died(Death Cause) : ScanOutcome;
}

/// <summary>What came of loading an assembly.</summary>
public abstract record LoadOutcome
{
    private LoadOutcome()
    {
    }

    /// <param name="Methods">Every method the student wrote, public or not; calls name them by their position.</param>
    /// <param name="TargetFramework">As the assembly names it, or empty.</param>
    public sealed record Loaded(IReadOnlyList<MethodSignature> Methods, string TargetFramework, IReadOnlyList<string> Warnings) : LoadOutcome;

    /// <param name="Detail">The reference, architecture or exception that it failed on.</param>
    public sealed record Refused(LoadFailure Kind, string Detail) : LoadOutcome
    {
        private const int LongestDetail = 300;

        /// <summary>What a file or an exception of the student's says may have many lines.</summary>
        private string Words => string.Join(' ', Detail.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is var line && line.Length > LongestDetail
            ? line[..LongestDetail] + "..."
            : line;

        /// <summary>In words for the student.</summary>
        public string Sentence => Kind switch
        {
            LoadFailure.NotAnAssembly => "The file is not a .NET assembly, or it is damaged. Hand in the .dll that 'dotnet build' made.",
            LoadFailure.WrongArchitecture => $"The assembly is built for {Words} only. Build it for AnyCPU, which is the default.",
            LoadFailure.NewerFramework => $"The assembly asks for {Words}, which is newer than the .NET here. Build it for net10.0 or older.",
            LoadFailure.MissingDependency => $"The assembly needs {Words}, which is not here. Only .NET itself and MathNet.Numerics are.",
            LoadFailure.ModuleInitializerThrew => $"Code that runs when the assembly is loaded threw an exception: {Words}",
            LoadFailure.TooManyMethods => "The assembly has more methods than are looked at. Hand in your own code only.",
            _ => $"The assembly cannot be loaded: {Words}",
        };
    }

    public sealed record Died(Death Cause) : LoadOutcome;
}

/// <summary>What came of one call.</summary>
public abstract record CallOutcome
{
    private CallOutcome()
    {
    }

    /// <param name="Changed">Arguments that the method left other than they were. This is the box's own word: honest code is told rightly.</param>
    public sealed record Returned(Datum Value, IReadOnlyList<ChangedArgument> Changed) : CallOutcome;

    /// <param name="Kind">Full name of the exception's type.</param>
    /// <param name="Message">The student's own words: to be shown for public inputs only.</param>
    /// <param name="Frames">The student's own stack lines, innermost first.</param>
    public sealed record Threw(string Kind, string Message, IReadOnlyList<string> Frames) : CallOutcome;

    /// <summary>An argument does not fit its parameter: the caller bound the wrong method.</summary>
    public sealed record NotCallable(string Detail) : CallOutcome;

    public sealed record Died(Death Cause) : CallOutcome;
}
