using System.CommandLine;
using Formulas.Expressions;
using Grader.Reporting;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Commands;

/// <summary><c>grader equal A B</c> and <c>grader equal --jsonl</c>.</summary>
internal static class EqualCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var a = new Argument<string?>("A") { Description = "The formula in question", Arity = ArgumentArity.ZeroOrOne };
        var b = new Argument<string?>("B") { Description = "The formula it should equal", Arity = ArgumentArity.ZeroOrOne };
        var where = new Option<string?>("--where") { Description = "What is known of the symbols: \"x > 0, W: 3x2, k integer\"", HelpName = "CONDITIONS" };
        var symbols = new Option<string?>("--symbols") { Description = "The same as a JSON object: {\"x\": {\"low\": 0}, \"W\": {\"shape\": [3, 2]}}", HelpName = "FILE" };
        var stream = new Option<bool>("--jsonl") { Description = "Compare pairs from standard input, line by line" };
        var command = new Command("equal", "Says whether A equals B wherever B has a value, as the grader would.") { a, b, where, symbols, stream, CommonOptions.Format() };
        command.SetAction(call =>
        {
            var (left, right) = (call.GetValue(a), call.GetValue(b));
            var (conditions, file) = (call.GetValue(where), call.GetValue(symbols));
            if (call.GetValue(stream))
            {
                if (left is not null || conditions is not null || file is not null)
                    throw new UnusableCallException("With --jsonl, formulas and symbols come from standard input.", "Leave the other arguments out.");
                EqualStream.Run(surroundings.Input, surroundings.Output);
                return ExitCode.Well;
            }

            if (left is null || right is null) throw new UnusableCallException("Which two formulas are to be compared?", "Write for example: grader equal \"2x + 2\" \"2(x + 1)\"");
            return Run(left, right, ReadScope(conditions, file), CommonOptions.WantsJson(call), surroundings);
        });
        return command;
    }

    private static int Run(string a, string b, Scope scope, bool json, Surroundings surroundings)
    {
        var report = EqualityReport.Of(a, b, scope);
        if (json)
        {
            surroundings.Output.WriteLine(report.ToJson().ToString(Formatting.None));
        }
        else
        {
            var output = ConsoleOutput.To(surroundings.Output, surroundings.Terminal, surroundings.Colour);
            foreach (var line in report.Lines()) output.WriteLine(line);
        }

        return report.IsEqual ? ExitCode.Well : ExitCode.NotWell;
    }

    private static Scope ReadScope(string? conditions, string? file)
    {
        if (conditions is not null && file is not null) throw new UnusableCallException("Give --where or --symbols, not both.");
        if (conditions is not null) return EqualSymbols.Read(WhereClause.Read(conditions));
        return file is null ? EqualSymbols.None : EqualSymbols.Read(JsonInput.ReadFile(file));
    }
}
