using Formulas.Text;
using Grader.Exercises;

namespace Grader.Authoring;

/// <summary>
/// Looks a worksheet over as its author would have to: what cannot be read, what is wrong, and what would judge students wrongly.
/// Every problem of every file is found in one go; what cannot be read hides nothing that can.
/// </summary>
public static class Lint
{
    /// <param name="folder">Holds <c>worksheet.json</c> and <c>statements.md</c>.</param>
    /// <returns>By file, in the order of their lines.</returns>
    public static IReadOnlyList<Finding> Run(string folder)
    {
        var source = WorksheetReader.ReadSource(folder);
        var log = new FindingLog(source.WorksheetFile);
        foreach (var (file, position, message, hint) in source.Problems) log.Add(LintRules.Unreadable, file, position, message, hint);
        if (source.Json is { } root) DomainRules.Check(root, log);
        LookAtParts(source, log);
        StatementRules.Check(source, log);
        if (source is { Worksheet: { } worksheet, Problems.Count: 0 } && !log.Has(LintRules.TooSlow) && !log.Has(LintRules.NotChecked)) SampleRules.Check(source, worksheet, log);
        return log.InFileOrder();
    }

    private static void LookAtParts(WorksheetSource source, FindingLog log)
    {
        var effort = new Effort();
        foreach (var part in PlacedPart.Of(source))
        {
            if (effort.IsSpent)
            {
                log.Add(LintRules.NotChecked, part.Json, $"The worksheet takes too long to look over: nothing from part {part.Part.Id} on was looked at.", "Split it into several worksheets, or make its formulas shorter.");
                return;
            }

            Guarded(part, source, log, () => LookAt(part, source, effort, log));
        }
    }

    private static void LookAt(PlacedPart part, WorksheetSource source, Effort effort, FindingLog log)
    {
        var functions = part.Functions().ToList();
        var prepared = functions.Select(asked => AskedFunction.Prepare(asked.Name, asked.Specification, asked.Json, effort, log)).OfType<AskedFunction>().ToList();
        foreach (var function in prepared)
        {
            DependenceRules.Check(function, effort, log);
            if (function.HasInputsThatVary) SizeRules.Check(function, effort, log);
            if (part.Part.Kind is not PartKind.Graph) ToleranceRules.Check(function, effort, log);
            MistakeRules.Check(function, effort, log);
        }

        OptionRules.Check(part, log);
        if (prepared.Count < functions.Count) return;
        DependenceRules.CheckInputs(part, prepared, effort, log);
        if (!HasProblem(part, source)) AgreementRules.Check(part, source.Worksheet!, prepared.ToEquatableList(), effort, log);
    }

    private static bool HasProblem(PlacedPart part, WorksheetSource source) => part.Holds(source.Problems.Where(problem => problem.File == source.WorksheetFile));

    private static void Guarded(PlacedPart part, WorksheetSource source, FindingLog log, Action look)
    {
        try
        {
            look();
        }
#pragma warning disable CA1031 // A part that the rules stumble over is one more finding; it must not hide the others.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            // What cannot be read is often the reason, and was named.
            if (HasProblem(part, source)) return;
            log.Add(LintRules.NotChecked, part.Json, $"Part {part.Part.Id} cannot be looked at: {fault.GetType().Name}, {fault.Message}", "This is a fault of the grader, unless another problem of the worksheet is the reason: please report it with the worksheet.");
        }
    }
}
