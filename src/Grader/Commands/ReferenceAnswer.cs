using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;
using Grader.Reporting;
using Grader.SelfTest;
using Newtonsoft.Json.Linq;
using Reference;
using Reference.LogisticInitialization;

namespace Grader.Commands;

/// <summary>The answer of a part at given inputs, in JSON, or a sentence why there is none.</summary>
internal abstract record ReferenceAnswer
{
    private ReferenceAnswer()
    {
    }

    /// <summary>A number, array, array of arrays or truth value; the option of a choice; the list of true claims; an object of cells.</summary>
    public sealed record Known(JToken Value) : ReferenceAnswer;

    public sealed record None(string Message) : ReferenceAnswer;

    /// <param name="inputs">In the JSON form of answer files; null for the inputs that the worksheet gives.</param>
    public static ReferenceAnswer At(Worksheet worksheet, Part part, JToken? inputs) => part.Kind switch
    {
        PartKind.Choice { Options: var options } => WithoutInputs(part, inputs, () => options.First(option => option.Truth).Id),
        PartKind.Claims { Options: var options } =>
            WithoutInputs(part, inputs, () => new JArray(options.Where(option => option.Truth).Select(option => option.Id))),
        PartKind.Prose => new None($"{part.Id} asks for a text, which a person marks; it has no value."),
        PartKind.Fit fit => inputs is null
            ? new None($"{part.Id} has a value only for data of your own: give {string.Join(", ", fit.Scope.Symbols.Select(symbol => symbol.Name))}.")
            : Evaluate(worksheet, part, fit.Scope, InputReader.Read(inputs, fit.Scope, fit.Scope.Symbols.Select(symbol => symbol.Name).ToEquatableList(), [])),
        _ => Evaluate(worksheet, part, PartDescription.Specifications(part.Kind).First().Scope, Inputs(part, inputs)),
    };

    private static Reading<Assignment> Inputs(Part part, JToken? inputs)
    {
        var specifications = PartDescription.Specifications(part.Kind).ToList();

        // The cells of a table share their symbols; together they take every input that one of them takes.
        var all = specifications[0] with { Inputs = specifications.SelectMany(cell => cell.Inputs).Distinct().ToEquatableList() };
        return inputs is null ? new Reading<Assignment>.Success(all.Given, []) : InputReader.Read(inputs, all);
    }

    private static ReferenceAnswer WithoutInputs(Part part, JToken? inputs, Func<JToken> answer) =>
        inputs is null or JObject { Count: 0 } ? new Known(answer()) : new None($"{part.Id} asks for options and takes no inputs.");

    private static ReferenceAnswer Evaluate(Worksheet worksheet, Part part, Scope scope, Reading<Assignment> inputs)
    {
        // Reading knows each input by itself; completing them finds shapes that do not fit together and inputs that are missing.
        var completed = inputs is Reading<Assignment>.Success(var read, _) ? DerivedSymbols.Complete(scope, read) : inputs;
        return completed switch
        {
            Reading<Assignment>.Success(var at, _) => Evaluate(new TrueValues(worksheet).Of(part.Id), at),
            Reading<Assignment>.Failure(var problem) => new None(problem.Hint is null ? problem.Message : $"{problem.Message} {problem.Hint}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static ReferenceAnswer Evaluate(ReferenceMethod method, Assignment at)
    {
        Value value;
        try
        {
            value = method(at);
        }
        catch (Exception problem) when (problem is SeparableDataException or ArgumentException or ArithmeticException or InvalidOperationException or KeyNotFoundException or UnreadableFormulaException)
        {
            // Inputs of the right shapes may still have no answer: data that no fit exists for, a matrix without inverse.
            return new None($"There is no value at these inputs: {problem.Message}");
        }

        return IsFinite(value) ? new Known(ValueWriter.ToJson(value)) : new None("The value at these inputs is not a finite number.");
    }

    private static bool IsFinite(Value value) => value switch
    {
        Value.Scalar(var number) => double.IsFinite(number),
        Value.Vector(var entries) => entries.All(double.IsFinite),
        Value.Matrix matrix => matrix.Entries.All(double.IsFinite),
        Value.Named(var items) => items.All(item => IsFinite(item.Value)),
        Value.Truth or Value.ScalarFunction or Value.VectorMap => true,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
