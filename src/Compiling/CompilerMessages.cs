namespace Compiling;

/// <summary>The compiler's errors that answers meet most, said for somebody who has not met them before.</summary>
internal static class CompilerMessages
{
    private const string ClassAround = "Put your methods into a class:  public static class Answers { ... }";

    private static readonly (string Code, string? Message, string Hint)[] Known =
    [
        ("CS8805", "There are statements or methods outside a class.", ClassAround),
        ("CS8803", "There are statements or methods outside a class, after a class.", ClassAround),
        ("CS0116", "There are members outside a class.", ClassAround),
        ("CS0227", "The keyword 'unsafe' cannot be used in an answer.", "Arrays and Span<double> do the same within bounds."),
        ("CS0214", "Pointers cannot be used in an answer.", "Arrays and Span<double> do the same within bounds."),
        ("CS7011", "#r cannot be used in an answer.", "The framework and MathNet.Numerics are there without it."),
        ("CS8097", "#load cannot be used in an answer.", "Name all your files: grader check A.cs B.cs"),
        ("CS9298", "#: cannot be used in an answer.", "The framework and MathNet.Numerics are there without it."),
        ("CS0103", null, "Is it spelt as it was declared? Names are told apart by capital letters."),
        ("CS0246", null, "Only the framework and MathNet.Numerics may be used. Is a 'using' line missing at the top?"),
        ("CS0234", null, "Only the framework and MathNet.Numerics may be used."),
        ("CS1002", "A semicolon is missing.", "It belongs where the caret stands, at the end of the statement before."),
        ("CS1513", "A closing brace } is missing.", "Count the braces of the methods above."),
        ("CS1514", "An opening brace { is missing.", "Count the braces of the methods above."),
        ("CS1026", "A closing parenthesis ) is missing.", "Count the parentheses of the line."),
        ("CS1022", "There is a brace } too many, or something stands outside a class.", "Count the braces of the methods above."),
        ("CS0161", null, "Every way through the method has to end in 'return ...' or 'throw ...'."),
        ("CS0165", null, "Give it a value where it is declared."),
        ("CS0029", null, "A number becomes an array only entry by entry; a double becomes an int only by a cast."),
        ("CS0266", null, "A double becomes an int only by a cast, (int)x, which drops the fraction."),
        ("CS0019", null, "Arrays have no + or *: write a loop, use LINQ, or MathNet's Vector<double>."),
        ("CS1061", null, "For Sum, Select, Zip and the like the file needs 'using System.Linq;', which is there unless your own type hides it."),
        ("CS0119", null, "A method is called with parentheses: f(x)."),
        ("CS0120", null, "Make the method static."),
        ("CS0128", null, "Give one of them another name."),
        ("CS0111", null, "Give one of the methods another name, or delete it."),
        ("CS0101", null, "Two files have a class of this name: hand in one of them, or make both 'partial'."),
        ("CS8078", "The code is nested too deep to compile.", "Use loops or helper methods instead."),
        ("CS0518", null, "Your own files must not declare namespaces or types of the framework."),
    ];

    /// <summary>The message, in our words where there are any.</summary>
    public static string Say(string code, string message)
    {
        var text = Array.Find(Known, row => row.Code == code).Message ?? message;
        return text.EndsWith('.') || text.EndsWith('?') || text.EndsWith("...", StringComparison.Ordinal) ? text : text + ".";
    }

    public static string? Hint(string code) => Array.Find(Known, row => row.Code == code).Hint;
}
