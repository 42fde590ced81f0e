using System.Reflection;
using System.Runtime.CompilerServices;
using Formulas.Expressions;
using Grader.Commands;
using Reference;

namespace House.Tests;

/// <summary>What types look like, held by reflection.</summary>
public sealed class TypeTests
{
    private static readonly Assembly[] Assemblies =
    [
        typeof(Expression).Assembly, typeof(Catalogue).Assembly, typeof(CommandTable).Assembly, typeof(Protocol.Datum).Assembly,
        typeof(Scanning.Scan).Assembly, typeof(Compiling.SourceCompiler).Assembly,
    ];

    private static readonly string[] EmptyNames = ["Manager", "Helper", "Helpers", "Utils", "Utilities"];

    [Test]
    public void Class_IsSealedStaticOrAbstract()
    {
        // Top-level statements make the class Program, which no source can seal.
        var open = OwnTypes().Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && type.Name != "Program");
        Assert.That(open.Select(type => type.FullName), Is.Empty);
    }

    [Test]
    public void StaticField_IsReadOnly()
    {
        var mutable =
            from type in OwnTypes()
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            where !field.IsInitOnly && !field.IsLiteral && !IsMadeByCompiler(field)
            select $"{type.FullName}.{field.Name}";
        Assert.That(mutable, Is.Empty, "State that all share makes results depend on what ran before.");
    }

    [Test]
    public void TypeName_SaysWhatTheTypeIs()
    {
        var vague = OwnTypes().Where(type => EmptyNames.Any(name => type.Name.EndsWith(name, StringComparison.Ordinal)));
        Assert.That(vague.Select(type => type.FullName), Is.Empty);
    }

    [Test]
    public void Record_Properties_AreNeverSetAfterwards()
    {
        var settable =
            from type in OwnTypes()
            where type.GetMethod("<Clone>$") is not null
            from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            where property.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
            select $"{type.FullName}.{property.Name}";
        Assert.That(settable, Is.Empty);
    }

    private static IEnumerable<Type> OwnTypes() =>
        Assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.Name.Contains('<', StringComparison.Ordinal)
                && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null
                && (type.DeclaringType?.Name.Contains('<', StringComparison.Ordinal) ?? false) == false
                && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true
                && type.Namespace?.StartsWith("Microsoft", StringComparison.Ordinal) != true);

    private static bool IsMadeByCompiler(FieldInfo field) =>
        field.Name.StartsWith('<') && !field.Name.EndsWith("k__BackingField", StringComparison.Ordinal);
}
