using Formulas.Text;
using Grader.Checking;
using Grader.Checking.Methods;
using Grader.Exercises;
using Grader.Running;
using Grader.Submissions;
using Protocol;
using Scanning;

namespace Grader.Programs;

/// <summary>
/// Takes a student's program from its files to a record of what its methods did: read or compiled, looked at inside the box, then
/// loaded and called there. Safe for several threads.
/// </summary>
/// <param name="checker">For each worksheet the checker that says which inputs are tried.</param>
internal sealed class ProgramGrading(Library library, Func<Worksheet, Checker> checker, Sandboxes sandboxes)
{
    /// <summary>All runs of one program together may take this many times what one box may.</summary>
    private const int Boxes = 3;

    private const int MostFindings = 3;

    /// <param name="paths">One DLL, or the C# files of one program.</param>
    /// <param name="shown">The program's name in results.</param>
    /// <param name="named">The worksheet that an answer file or the call names; null where the program has to tell.</param>
    /// <exception cref="BoxFaultException">No box can be had; never the student's fault.</exception>
    public ProgramRecord Run(IReadOnlyList<string> paths, string shown, Worksheet? named)
    {
        return ProgramFiles.Read(paths) switch
        {
            ProgramImage.Ready image => Run(image, shown, named),
            ProgramImage.Refused refused => new ProgramRecord.Nothing(refused.Problems),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private ProgramRecord Run(ProgramImage.Ready image, string shown, Worksheet? named)
    {
        var rules = named?.Code ?? CodeRules.Usual;
        using var session = new ProgramSession(sandboxes.For(rules.Limits), image, Boxes * rules.Limits.TotalTime);
        switch (session.Scan(rules.Policy))
        {
            case ScanOutcome.Unreadable unreadable:
                return Nothing("not-loadable", unreadable.Reason, null);
            case ScanOutcome.Died died:
                return Nothing("not-loadable", $"The file is damaged, or made to do damage: looking at it ended the process that did. {died.Cause.Sentence}", "Build it again.");
            case ScanOutcome.Readable readable:
                if (named is not null) return Run(session, readable, named, image, shown);
                return WorksheetChoice.Of(readable.Methods, shown, library) switch
                {
                    // A worksheet with rules of its own has its say from the start.
                    WorksheetChoice.Choice.One(var chosen) => chosen.Code == rules ? Run(session, readable, chosen, image, shown) : Run(image, shown, chosen),
                    WorksheetChoice.Choice.None => Nothing(
                        "which-worksheet", "The program has none of the methods that a worksheet asks for.", "`grader show WORKSHEET` names them; `grader new WORKSHEET --csharp` writes them out."),
                    WorksheetChoice.Choice.Several(var ids) => Nothing(
                        "which-worksheet", $"The program's methods could answer {string.Join(" or ", ids)}.", "Say which with --worksheet, or hand in an answer file that names it."),
                    _ => throw new System.Diagnostics.UnreachableException(),
                };
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private ProgramRecord Run(ProgramSession session, ScanOutcome.Readable readable, Worksheet worksheet, ProgramImage.Ready image, string shown)
    {
        if (readable.Findings.Count > 0) return Refused(worksheet, readable, shown, null, method => Forbidden(readable.Findings, method));
        var outcome = new ProgramRunner(session).Run(checker(worksheet).Questions(worksheet));
        return outcome switch
        {
            ProgramRunner.Outcome.Ran ran => new ProgramRecord.Seen(
                worksheet, ran.Methods, new(shown, session.Level.Name(), session.PublicPrints, image.Notes.Concat(ran.Warnings).ToEquatableList())),
            ProgramRunner.Outcome.Refused refused => Refused(worksheet, readable, shown, session.Level.Name(), _ => refused.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The program answers what its methods' names say, but nothing of it is run.</summary>
    private static ProgramRecord Refused(Worksheet worksheet, ScanOutcome.Readable readable, string shown, string? level, Func<string, Feedback> reason)
    {
        var methods = worksheet.Parts.Select(MethodContract.Of).OfType<MethodContract>()
            .Where(contract => readable.Methods.Any(method => method.Name == contract.Name))
            .ToDictionary(contract => contract.PartId, contract => (MethodRecord)new MethodRecord.Unfit(null, reason(contract.Name)));
        if (methods.Count > 0) return new ProgramRecord.Seen(worksheet, methods, new(shown, level, string.Empty, []));
        var general = reason(string.Empty);
        return Nothing(general.Code, general.Message, null);
    }

    /// <summary>What the method itself uses comes first.</summary>
    private static Feedback Forbidden(IReadOnlyList<ScanFinding> findings, string method)
    {
        var own = findings.OrderBy(finding => finding.User.EndsWith($".{method}", StringComparison.Ordinal) ? 0 : 1).Take(MostFindings).Select(finding => finding.Message);
        var more = findings.Count > MostFindings ? $" There are {findings.Count - MostFindings} more such uses." : "";
        return new("forbidden-api", $"The program was not run. {string.Join(" ", own)}{more}");
    }

    private static ProgramRecord.Nothing Nothing(string code, string message, string? hint) =>
        new([new Problem(code, message, null, hint, ProblemSeverity.Fatal)]);
}
