# oracle: cpython
# Overriding, super(), isinstance, class attributes.
class Animal:
    sound = '...'

    def __init__(self, name):
        self.name = name

    def speak(self):
        return self.name + ' says ' + self.sound


class Dog(Animal):
    sound = 'woof'


class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age

    def speak(self):
        return super().speak() + ' (squeaky)'


for a in (Animal('it'), Dog('Rex'), Puppy('Bit', 1)):
    print(a.speak(), isinstance(a, Dog), isinstance(a, Animal))
print(issubclass(Puppy, Animal), Puppy('x', 3).age, Dog.__name__)
