using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Checking;
using Grader.Checking.Graphs;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.SelfTest;

/// <summary>The checks of one part, by its kind.</summary>
public sealed class PartChecks(Worksheet worksheet, Part part)
{
    private readonly string name = $"{worksheet.Id}/{part.Id}";

    private readonly TrueValues truth = new(worksheet);

    public IReadOnlyList<CheckResult> All() => part.Kind switch
    {
        PartKind.Function { Specification: var f, FromParts: { } from } => [.. Function(f), Guarded.Run(name, "from parts", check => FromParts(f, from, check))],
        PartKind.Function { Specification: var f } => [.. Function(f)],
        PartKind.Predicate { Specification: var f, Boundary: var boundary } =>
            [.. Function(f), Guarded.Run(name, "boundary", check => BothSides(f, boundary, check))],
        PartKind.Graph graph => [.. Function(graph.Specification), Guarded.Run(name, "model", check => EarnsFullMarks(graph, check))],
        PartKind.Table { Cells: var cells, Readings: var readings } => [.. cells.SelectMany(Cell), Guarded.Run(name, "cells", check => Known(cells, readings, check))],
        PartKind.Choice { Options: var options, Experiment: var id } => [.. OptionChecks.All(name, options, id, single: true)],
        PartKind.Claims { Options: var options, Experiment: var id } => [.. OptionChecks.All(name, options, id, single: false)],
        PartKind.Fit fit => [FitCheck.Run(name, fit)],
        PartKind.Prose => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private IEnumerable<CheckResult> Function(FunctionSpecification specification) =>
        new FunctionChecks(name, specification, truth.Of(part.Id), truth.HasReference).All();

    /// <summary>Worked from the right answers to the earlier parts, a part has its right value.</summary>
    private void FromParts(FunctionSpecification specification, PartSources from, Agreement check)
    {
        var scope = from.Sources.Aggregate(specification.Scope, (known, source) => Parsed.With(known, source.Symbol, source.Shape));
        var worked = Parsed.Formula(from.Formula, scope);
        foreach (var sample in Samples.Of(specification, specification.Scope).Take(Samples.Wanted))
        {
            var inputs = from.Sources.Aggregate(sample.Inputs, (at, source) => Parsed.With(at, source.Symbol, truth.Of(source.Part)(sample.Inputs)));
            if (Evaluation.EvaluateWithBound(worked, inputs) is BoundedOutcome.Known { IsCertain: true } known)
            {
                check.Compare(truth.Of(part.Id)(sample.Inputs), known.Value, known.Bounds, sample.Where);
            }
        }

        if (check.Samples == 0) check.Fail("No sample has a value.");
    }

    /// <summary>The model of a graph part, judged as a student's graph is.</summary>
    private static void EarnsFullMarks(PartKind.Graph graph, Agreement check)
    {
        var function = new PreparedFunction(graph.Specification, Samples.Seed, reference: null);
        var judged = new GraphCheck(function, graph.Rules, graph.Model).Check(new Answer.Graph(graph.Model)).Judgement;
        check.Measure(0, "the model");
        if (judged.Verdict != Verdict.Correct) check.Fail(judged.Feedback.Count == 0 ? "It is no graph." : judged.Feedback[0].Message);
    }

    private IEnumerable<CheckResult> Cell(Cell cell)
    {
        var cellName = $"{name} {cell.Name}";
        var checks = new FunctionChecks(cellName, cell.Specification, truth.Of(part.Id, cell.Name), truth.HasReference).All();
        return cell.FromCells is null ? checks : checks.Append(Guarded.Run(cellName, "from cells", check => FromCells(cell, cell.FromCells, check)));
    }

    /// <summary>Worked from the right values of the earlier cells, a cell has its right value.</summary>
    private void FromCells(Cell cell, string formula, Agreement check)
    {
        var scope = cell.DependsOn.Aggregate(
            cell.Specification.Scope, (known, source) => known.Find(source.Symbol) is null ? Parsed.With(known, source.Symbol, Shape.Scalar) : known);
        var worked = Parsed.Formula(formula, scope);
        foreach (var sample in Samples.Of(cell.Specification, cell.Specification.Scope).Take(Samples.Wanted))
        {
            var inputs = cell.DependsOn.Aggregate(
                sample.Inputs, (at, source) => Parsed.With(at, source.Symbol, truth.Of(source.Part, source.Cell)(sample.Inputs)));
            if (Evaluation.EvaluateWithBound(worked, inputs) is BoundedOutcome.Known { IsCertain: true } known)
            {
                check.Compare(truth.Of(part.Id, cell.Name)(sample.Inputs), known.Value, known.Bounds, sample.Where);
            }
        }

        if (check.Samples == 0) check.Fail("No sample has a value.");
    }

    private static void Known(EquatableList<Cell> cells, EquatableList<CellReading> readings, Agreement check)
    {
        foreach (var value in readings.SelectMany(reading => reading.Values))
        {
            check.Measure(0, value.Cell);
            if (cells.All(cell => cell.Name != value.Cell)) check.Fail($"A reading gives a value for {value.Cell}, which is no cell.");
        }
    }

    /// <summary>On each side of its boundary a predicate has one truth, and the other on the other side.</summary>
    private static void BothSides(FunctionSpecification specification, string boundary, Agreement check)
    {
        var formula = Parsed.Formula(boundary, specification.Scope);
        var canonical = Parsed.Formula(specification.Canonical, specification.Scope);
        var seen = new Dictionary<int, bool>();
        foreach (var sample in Samples.Of(specification, specification.Scope).Take(Samples.Wanted))
        {
            if (Evaluation.EvaluateWithBound(formula, sample.Inputs) is not BoundedOutcome.Known { Value: Value.Scalar(var distance), Bounds: [var bound] }
                || Math.Abs(distance) <= bound
                || Evaluation.Evaluate(canonical, sample.Inputs) is not Outcome.Known(Value.Truth(var holds)))
            {
                continue;
            }

            check.Measure(0, sample.Where);
            if (!seen.TryAdd(Math.Sign(distance), holds) && seen[Math.Sign(distance)] != holds)
            {
                check.Fail($"At {sample.Where} the truth changes without crossing the boundary \"{boundary}\".");
            }
        }

        if (seen.Values.Distinct().Count() != 2) check.Fail($"The truth never changes across the boundary \"{boundary}\".");
    }
}
