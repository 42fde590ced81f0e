using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Protocol;

namespace Sandbox;

/// <summary>A loaded assembly: its methods and what they look like, found without running any of them.</summary>
internal sealed record StudentAssembly(
    IReadOnlyList<MethodInfo> Methods,
    Sequence<MethodSignature> Signatures,
    string TargetFramework,
    Sequence<string> Warnings)
{
    private const BindingFlags EveryOwn =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static StudentAssembly Describe(Assembly assembly)
    {
        var warnings = new List<string>();
        var methods = new List<MethodInfo>();
        var signatures = new List<MethodSignature>();
        foreach (var type in ReadableTypes(assembly, warnings))
        {
            try
            {
                foreach (var method in type.GetMethods(EveryOwn).Where(IsWritten))
                {
                    if (methods.Count == Caps.Methods) break;
                    signatures.Add(SignatureOf(method));
                    methods.Add(method);
                }
            }
            catch (Exception problem) when (problem is TypeLoadException or BadImageFormatException or IOException or InvalidOperationException)
            {
                warnings.Add($"The methods of {type.FullName} cannot be read: {problem.Message}");
            }
        }

        if (methods.Count == Caps.Methods) warnings.Add($"Only the first {Caps.Methods} methods were looked at.");
        return new StudentAssembly(methods, Sequence.From(signatures), FrameworkOf(assembly), Sequence.From(warnings.Take(100)));
    }

    private static IEnumerable<Type> ReadableTypes(Assembly assembly, List<string> warnings)
    {
        try
        {
            return assembly.GetTypes().Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false));
        }
        catch (ReflectionTypeLoadException problem)
        {
            warnings.AddRange(problem.LoaderExceptions.OfType<Exception>().Select(cause => cause.Message).Distinct());
            return problem.Types.OfType<Type>();
        }
    }

    // Accessors, operators and what the compiler makes of lambdas are no answers.
    private static bool IsWritten(MethodInfo method) =>
        !method.IsSpecialName && !method.Name.Contains('<', StringComparison.Ordinal);

    private static MethodSignature SignatureOf(MethodInfo method) => new(
        TypeNames.Of(method.DeclaringType!),
        method.Name,
        Sequence.From(method.GetParameters().Select(parameter =>
            new ParameterSignature(parameter.Name ?? "", TypeNames.Of(parameter.ParameterType), parameter.IsOptional))),
        TypeNames.Of(method.ReturnType),
        Sequence.From(TupleNames.Of(method).Select(name => name ?? "")),
        method.IsPublic && method.DeclaringType!.IsVisible,
        method.IsStatic,
        method.ContainsGenericParameters);

    // Read from the metadata: an attribute's constructor is code, and may be the student's.
    private static string FrameworkOf(Assembly assembly) =>
        assembly.GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType == typeof(TargetFrameworkAttribute))
            .Select(attribute => attribute.ConstructorArguments is [{ Value: string name }, ..] ? name : "")
            .FirstOrDefault("");
}
