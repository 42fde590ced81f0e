using System.CommandLine;
using Grader.Exercises;
using Grader.Reporting;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Commands;

/// <summary><c>grader answer WORKSHEET/PART</c> and <c>grader answer --jsonl</c>.</summary>
internal static class AnswerCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var part = new Argument<string?>("WORKSHEET/PART") { Description = "For example backprop-practice/2c.dw", Arity = ArgumentArity.ZeroOrOne };
        var at = new Option<string?>("--at") { Description = "Your own inputs, as a JSON object", HelpName = "FILE" };
        var stream = new Option<bool>("--jsonl") { Description = "Answer questions from standard input, line by line" };
        var command = new Command("answer", "Gives the reference answer, at the worksheet's inputs or at yours.") { part, at, stream, CommonOptions.Format() };
        command.SetAction(call =>
        {
            var library = Library.Open(CommonOptions.ExercisesFolder(call, surroundings));
            if (call.GetValue(stream))
            {
                if (call.GetValue(part) is not null || call.GetValue(at) is not null)
                {
                    throw new UnusableCallException("With --jsonl, the parts and inputs come from standard input.", "Leave the other arguments out.");
                }

                new AnswerStream(library).Run(surroundings.Input, surroundings.Output);
                return ExitCode.Well;
            }

            var address = call.GetValue(part)
                ?? throw new UnusableCallException("Which part is to be answered?", "Write WORKSHEET/PART, for example backprop-practice/2c.dw.");
            return Run(address, call.GetValue(at), CommonOptions.WantsJson(call), library, surroundings);
        });
        return command;
    }

    private static int Run(string address, string? file, bool json, Library library, Surroundings surroundings)
    {
        var (worksheet, part) = PartAddress.Find(address, library);
        var inputs = file is null ? null : JsonInput.ReadFile(file);
        var answer = ReferenceAnswer.At(worksheet, part, inputs);
        if (inputs is not null && answer is ReferenceAnswer.None(var reason)) throw new UnusableCallException(reason);
        var formula = Formula(part.Kind);
        if (json)
        {
            surroundings.Output.WriteLine(Describe(address, formula, answer).ToString(Formatting.None));
            return ExitCode.Well;
        }

        var output = ConsoleOutput.To(surroundings.Output, surroundings.Terminal, surroundings.Colour);
        output.WriteLine(new ConsoleText($"{address}: {part.Title}", Tone.Heading));
        foreach (var line in formula) output.WriteLine($"formula  {line}");
        if (part.Kind is PartKind.Prose { Rubric: var rubric })
        {
            foreach (var item in rubric) output.WriteLine($"looked for  {PlainStatement.From(item.Text)}");
        }

        if (PartDescription.Specifications(part.Kind).FirstOrDefault() is { } specification)
        {
            var shown = inputs ?? ValueWriter.ToJson(specification.Given, specification.Inputs);
            output.WriteLine($"at       {shown.ToString(Formatting.None)}");
        }

        output.WriteLine(answer switch
        {
            ReferenceAnswer.Known(var value) => $"value    {value.ToString(Formatting.None)}",
            ReferenceAnswer.None(var message) => message,
            _ => throw new System.Diagnostics.UnreachableException(),
        });
        return ExitCode.Well;
    }

    private static List<string> Formula(PartKind kind) => kind switch
    {
        PartKind.Table { Cells: var cells } => [.. cells.Select(cell => $"{cell.Name} = {cell.Specification.Canonical}")],
        _ => [.. PartDescription.Specifications(kind).Select(specification => specification.Canonical)],
    };

    private static JObject Describe(string address, List<string> formula, ReferenceAnswer answer)
    {
        var json = new JObject { ["part"] = address };
        if (formula is [var only]) json["formula"] = only;
        if (formula.Count > 1) json["formula"] = new JArray(formula);
        if (answer is ReferenceAnswer.Known(var value)) json["value"] = value;
        if (answer is ReferenceAnswer.None(var message)) json["error"] = message;
        return json;
    }
}
