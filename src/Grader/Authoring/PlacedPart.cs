using Grader.Exercises;
using Newtonsoft.Json.Linq;

namespace Grader.Authoring;

/// <summary>A part beside the JSON that it was read from.</summary>
internal sealed record PlacedPart(Question Question, Part Part, JObject QuestionJson, JObject Json)
{
    public static IEnumerable<PlacedPart> Of(WorksheetSource source)
    {
        if (source is not { Worksheet: { } worksheet, Json: { } root }) return [];
        return worksheet.Questions.Zip(Objects(root["questions"])).SelectMany(question =>
            question.First.Parts.Zip(Objects(question.Second["parts"])).Select(part =>
                new PlacedPart(question.First, part.First, question.Second, part.Second)));
    }

    /// <summary>The functions that it asks for: one, a table's cells, or none.</summary>
    public IEnumerable<(string Name, FunctionSpecification Specification, JObject Json)> Functions() => Part.Kind switch
    {
        PartKind.Function { Specification: var asked } => [(Part.Id, asked, Json)],
        PartKind.Predicate { Specification: var asked } => [(Part.Id, asked, Json)],
        PartKind.Graph { Specification: var asked } => [(Part.Id, asked, Json)],
        PartKind.Table { Cells: var cells } => cells.Zip(Objects(Json["cells"])).Select(cell => ($"{Part.Id} {cell.First.Name}", cell.First.Specification, cell.Second)),
        PartKind.Choice or PartKind.Claims or PartKind.Prose or PartKind.Fit => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Whether one of the problems stands within the part.</summary>
    public bool Holds(IEnumerable<WorksheetProblem> problems)
    {
        var lines = Json.DescendantsAndSelf().Select(token => ProblemLog.PositionOf(token)?.Line).OfType<int>().ToList();
        return problems.Any(problem => problem.Position is { Line: var line } && line >= lines.Min() && line <= lines.Max());
    }

    /// <summary>The objects of an array, as the reader takes them.</summary>
    public static IEnumerable<JObject> Objects(JToken? array) => (array as JArray)?.OfType<JObject>() ?? [];
}
