using System.CommandLine;
using Grader.Batching;
using Grader.Demos;
using Grader.Exercises;
using Grader.Plotting;
using Grader.Reporting;

namespace Grader.Commands;

/// <summary><c>grader demo [NAME]</c>.</summary>
internal static class DemoCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var name = new Argument<string?>("NAME") { Description = "The experiment; without a name they are listed", Arity = ArgumentArity.ZeroOrOne };
        var file = new Option<string?>("--output", "-o") { Description = "The page to write; NAME.html if none is named", HelpName = "FILE" };
        var command = new Command("demo", "Runs an experiment and writes a page about it.") { name, file };
        var parameters = DemoTable.Rows.SelectMany(demo => demo.Parameters).DistinctBy(parameter => parameter.Name)
            .ToDictionary(parameter => parameter.Name, parameter => new Option<string?>(parameter.Option) { Description = Description(parameter), HelpName = "NUMBER" });
        foreach (var option in parameters.Values) command.Add(option);
        command.SetAction(call =>
        {
            var given = parameters.Select(parameter => (parameter.Key, Value: call.GetValue(parameter.Value)))
                .Where(parameter => parameter.Value is not null).ToDictionary(parameter => parameter.Key, parameter => parameter.Value!);
            return call.GetValue(name) is { } asked
                ? Run(Find(asked), given, call.GetValue(file), Library.Open(CommonOptions.ExercisesFolder(call, surroundings)), surroundings)
                : List(surroundings);
        });
        return command;
    }

    /// <summary>Several experiments may share a parameter's name; the page of each says what it means there.</summary>
    private static string Description(Parameter parameter)
    {
        var demos = DemoTable.Rows.Where(demo => demo.Parameters.Any(other => other.Name == parameter.Name)).Select(demo => demo.Name).ToList();
        return demos.Count == DemoTable.Rows.Count ? parameter.Meaning : $"For {string.Join(", ", demos)}: {parameter.Meaning}";
    }

    private static Demo Find(string name) => DemoTable.Find(name)
        ?? throw new UnusableCallException($"There is no experiment '{name}'.", Suggestion.For(name, DemoTable.Names));

    private static int List(Surroundings surroundings)
    {
        foreach (var demo in DemoTable.Rows) surroundings.Output.WriteLine($"{demo.Name,-18}{demo.Summary}");
        surroundings.Output.WriteLine();
        surroundings.Output.WriteLine($"'grader demo {DemoTable.Rows[0].Name}' writes {DemoTable.Rows[0].Name}.html, a page to open in a browser.");
        return ExitCode.Well;
    }

    private static int Run(Demo demo, Dictionary<string, string> given, string? file, Library library, Surroundings surroundings)
    {
        var values = Read(demo, given);
        var shown = demo.Run(values);
        var worksheets = library.Ids.Select(library.Find).OfType<Found.Success>().Select(found => found.Worksheet);
        var path = file ?? $"{demo.Name}.html";
        Write(path, DemoPage.Render(demo, values, shown, worksheets));
        var output = ConsoleOutput.To(surroundings.Output, surroundings.Terminal, surroundings.Colour);
        output.WriteLine(new ConsoleText(demo.Title, Tone.Heading));
        foreach (var claim in shown.Claims)
        {
            var sentence = $"  {Numerals.Short(claim.Value)} {PlainStatement.From(claim.Sentence)}";
            output.WriteLine(claim.Holds ? sentence : new ConsoleText($"{sentence} (Not as claimed, with these parameters.)", Tone.Middling));
        }

        output.WriteLine($"The page: {path}");
        return ExitCode.Well;
    }

    private static ParameterValues Read(Demo demo, Dictionary<string, string> given)
    {
        try
        {
            return ParameterValues.Read(demo, given);
        }
        catch (ParameterException problem)
        {
            throw new UnusableCallException(problem.Message, problem.Hint);
        }
    }

    private static void Write(string path, string page)
    {
        try
        {
            WholeFile.Write(path, page);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnusableCallException($"'{path}' cannot be written: {problem.Message}", "Name another file with -o.");
        }
    }
}
