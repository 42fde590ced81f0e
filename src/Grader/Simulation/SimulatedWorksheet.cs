using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Grader.SelfTest;
using Newtonsoft.Json.Linq;

namespace Grader.Simulation;

/// <summary>A worksheet with what students write for each of its parts.</summary>
internal sealed class SimulatedWorksheet
{
    private readonly List<(Part Part, IPartAnswers Answers)> parts;

    /// <param name="exercises">The folder that the worksheet was read from, for its right samples.</param>
    public SimulatedWorksheet(Worksheet worksheet, string exercises)
    {
        Id = worksheet.Id;
        var samples = RightSamples.Of(exercises, worksheet);
        parts = [.. worksheet.Parts.Select(part => (part, Of(worksheet, part, [.. samples[part.Id]])))];
    }

    public string Id { get; }

    /// <summary>All answers of one student: content by part, and what each must get.</summary>
    /// <param name="ability">From 0 to 1: how likely a part is done right.</param>
    /// <param name="pen">Gives the student's pen for one part.</param>
    public IReadOnlyList<(string Part, Written Written)> Answer(double ability, Func<string, Pen> pen)
    {
        var written = new List<(string Part, Written Written)>();
        foreach (var (part, answers) in parts) written.Add((part.Id, FollowsFromMistake(part) ? answers.Right(pen(part.Id)) : Answer(answers, ability, pen(part.Id))));
        return written;

        // A second mistake may follow from the first by chance, and would then count in full.
        bool FollowsFromMistake(Part part) => part.Kind is PartKind.Function { FromParts: { } from }
            && written.Exists(earlier => earlier.Written.Verdict is Verdict.Incorrect or Verdict.Partial && from.Sources.Any(source => source.Part == earlier.Part));
    }

    private static Written Answer(IPartAnswers answers, double ability, Pen pen)
    {
        if (pen.Random.NextUnit() < ability) return answers.Right(pen);
        return pen.Random.NextUnit() switch
        {
            < 0.68 => answers.Mistaken(pen) ?? answers.Right(pen),
            < 0.84 => answers.Unreadable(pen) ?? answers.Right(pen),
            _ => new(pen.One<JToken?>([null, "", JValue.CreateNull(), "   "]), Verdict.Missing, "blank", []),
        };
    }

    private static IPartAnswers Of(Worksheet worksheet, Part part, IReadOnlyList<JToken> samples) => part.Kind switch
    {
        PartKind.Function(var function) => new FunctionAnswers(function, Reference(worksheet, part, function), samples),
        PartKind.Predicate predicate => new FunctionAnswers(predicate.Specification, null, samples),
        PartKind.Table table => new TableAnswers(part.Id, table, Cells(Reference(worksheet, part, table.Cells[0].Specification)), samples),
        PartKind.Graph graph => new GraphAnswers(graph, samples),
        PartKind.Choice choice => new ChoiceAnswers(choice.Options),
        PartKind.Claims claims => new ClaimsAnswers(claims.Options),
        PartKind.Prose => new ProseAnswers(),
        PartKind.Fit => new FitAnswers(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The right value at the given inputs; null where none are given.</summary>
    private static Value? Reference(Worksheet worksheet, Part part, FunctionSpecification specification) =>
        specification.Given.Values.Count > 0 && DerivedSymbols.Complete(specification.Scope, specification.Given) is Reading<Assignment>.Success(var given, _)
            ? new TrueValues(worksheet).Of(part.Id)(given)
            : null;

    private static Dictionary<string, Value> Cells(Value? table) =>
        table is Value.Named named ? named.Items.ToDictionary(item => item.Name, item => item.Value) : [];
}
