namespace Scanning;

/// <summary>What a look at a DLL's bytes found, before anything of it ran.</summary>
public abstract record ScanReport
{
    private ScanReport()
    {
    }

    /// <summary>The bytes are a .NET assembly. It may run when nothing was found.</summary>
    /// <param name="Findings">In the order of user and API, at most <see cref="Scan.MostFindings"/>.</param>
    /// <param name="Methods">What the student wrote, so that it is known what is answered even where nothing may run.</param>
    public sealed record Readable(IReadOnlyList<Finding> Findings, IReadOnlyList<DeclaredMethod> Methods) : ScanReport
    {
        public bool Equals(Readable? other) => other is not null && Findings.SequenceEqual(other.Findings) && Methods.SequenceEqual(other.Methods);

        public override int GetHashCode() => Findings.Count;
    }

    /// <summary>The bytes are no .NET assembly that could be run.</summary>
    /// <param name="Reason">One line, a full sentence for the student.</param>
    public sealed record Unreadable(string Reason) : ScanReport;
}

/// <summary>What kind of thing the policy refuses.</summary>
public enum FindingKind
{
    /// <summary>A type or member of a library that the policy does not allow.</summary>
    Api,

    /// <summary>A method whose body stands in a native library (<c>DllImport</c>).</summary>
    NativeCall,

    /// <summary>Pointers, function pointers, or memory reached by address.</summary>
    Pointer,

    /// <summary>Machine code in the file itself: mixed mode, ahead-of-time images, exports to native code.</summary>
    NativeCode,

    /// <summary>Code that runs as soon as the file is loaded.</summary>
    ModuleInitializer,
}

/// <summary>One thing that student code may not use.</summary>
/// <param name="User">The method, type or "The DLL" that uses it, as the student wrote it: <c>Answers.Gradient</c>.</param>
/// <param name="Api">What is used: <c>System.IO.File.ReadAllText</c>.</param>
/// <param name="Message">A full sentence for the student.</param>
public sealed record Finding(FindingKind Kind, string User, string Api, string Message);
